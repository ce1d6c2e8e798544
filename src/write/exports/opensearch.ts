import type { ExportFormat } from './format.ts';

/**
 * The body of OpenSearch's (and Elasticsearch's) bulk API: a document a record. `words` has the tokens with
 * spaces between, for a `whitespace` analyser: those of the server know no Chinese words.
 */
export const openSearch: ExportFormat = {
  pieces: (record) => {
    const action = { index: { _index: 'guiyi', _id: record.id } };
    const document = {
      path: record.source.path,
      sha256: record.source.sha256,
      encoding: record.source.encoding,
      script: record.script.detected,
      text: record.text,
      words: record.tokens.text.join(' '),
      entities: record.entities,
      relations: record.relations,
    };
    return [{ file: 'bulk.ndjson', text: `${JSON.stringify(action)}\n${JSON.stringify(document)}\n` }];
  },
};
