import { createHash } from 'node:crypto';
import { type ExportFormat, toJson } from './format.ts';

/** Bytes that an id has at most there. */
const LONGEST_ID = 512;

const keyword = { type: 'keyword', ignore_above: 8191 } as const;
const double = { type: 'double' } as const;
const words = { type: 'text', analyzer: 'whitespace' } as const;

/**
 * The index: fields that are not named here are stored and not searched. Left to itself the server would take the
 * first `from` of an entity for a date, and refuse every later document with a year alone.
 */
const index = {
  mappings: {
    dynamic: false,
    properties: {
      id: keyword,
      path: keyword,
      sha256: keyword,
      encoding: keyword,
      script: keyword,
      text: { type: 'text' },
      words,
      entities: {
        type: 'nested',
        dynamic: false,
        properties: {
          id: keyword,
          type: keyword,
          text: keyword,
          name: keyword,
          ref: keyword,
          value: double,
          low: double,
          high: double,
          unit: keyword,
          comparator: keyword,
          from: keyword,
          to: keyword,
          confidence: double,
        },
      },
    },
  },
} as const;

/**
 * The body of OpenSearch's (and Elasticsearch's) bulk API: a document a record. `words` has the tokens with
 * spaces between, for a `whitespace` analyser: those of the server know no Chinese words. Parts are of the size
 * that its documentation advises; what it takes at once is `http.max_content_length`, 100 MB where nobody changed it.
 */
export const openSearch: ExportFormat = {
  heads: [{ file: 'index.json', text: `${JSON.stringify(index, null, 2)}\n` }],
  parts: { bytes: 10 * 1024 ** 2, limit: 100 * 1024 ** 2 },
  pieces: (record) => {
    const action = { index: { _index: 'guiyi', _id: idOf(record.id) } };
    const document = {
      id: record.id,
      path: record.source.path,
      sha256: record.source.sha256,
      encoding: record.source.encoding,
      script: record.script.detected,
      offsetUnit: record.offsetUnit,
      text: record.text,
      words: record.tokens.text.join(' '),
      entities: record.entities,
      relations: record.relations,
    };
    return [{ file: 'bulk.ndjson', text: `${toJson(action)}\n${toJson(document)}\n` }];
  },
};

/** An id as the server takes it: one too long or empty by its hash. The document has the record's own as a field. */
function idOf(id: string): string {
  const fits = id !== '' && Buffer.byteLength(id) <= LONGEST_ID;
  return fits ? id : createHash('sha256').update(id).digest('hex');
}
