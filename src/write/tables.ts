import { createHash } from 'node:crypto';
import type { DocumentRecord } from '../record/index.ts';
import { countsOf } from './counts.ts';
import { lettersOf } from './letters-of.ts';

/** A column: its name and what it holds. `json` columns are text that holds JSON. */
type ColumnKind = 'text' | 'integer' | 'real' | 'json';

/**
 * The tables that a record becomes, one row a thing, keyed by document id and ordinal. The same everywhere:
 * SQLite, other databases and columnar files are made from this table.
 *
 * `counts` are those of `ContentCounts`: how much there is in a document, so that a corpus is counted without reading it.
 *
 * `span_*` count in the document's `text`, `source_*` in its `source_text`, from 0, half-open.
 */
export const tables = {
  documents: {
    id: 'text',
    digest: 'text',
    fingerprint: 'text',
    path: 'text',
    sha256: 'text',
    bytes: 'integer',
    encoding: 'text',
    media_type: 'text',
    version: 'text',
    config: 'text',
    dictionaries: 'text',
    script: 'text',
    script_confidence: 'real',
    offset_unit: 'text',
    counts: 'json',
    source_text: 'text',
    text: 'text',
    carried: 'json',
  },
  blocks: { kind: 'text', level: 'integer', ...placed() },
  /** `words`: the tokens with a space between, which is what is searched. */
  sentences: { ...placed(), words: 'text' },
  tokens: { text: 'text', pos: 'text', ...placed() },
  edits: { ...placed(), before: 'text', after: 'text', causes: 'json' },
  entities: {
    id: 'text',
    type: 'text',
    text: 'text',
    ...placed(),
    confidence: 'real',
    rule: 'text',
    ref: 'text',
    name: 'text',
    value: 'real',
    low: 'real',
    high: 'real',
    unit: 'text',
    comparator: 'text',
    detail: 'json',
  },
  relations: { type: 'text', subject: 'text', ...placed(), value: 'text', detail: 'json' },
  messages: {
    severity: 'text',
    rule: 'text',
    reason: 'text',
    source_start: 'integer',
    source_end: 'integer',
  },
} as const satisfies Record<string, Readonly<Record<string, ColumnKind>>>;

function placed() {
  return {
    span_start: 'integer',
    span_end: 'integer',
    source_start: 'integer',
    source_end: 'integer',
  } as const;
}

export type TableName = keyof typeof tables;
export type ChildTable = Exclude<TableName, 'documents'>;
export type Cell = string | number | null;

/** The tables below `documents`: their rows begin with the document's id and an ordinal from 0. */
export const childTables = Object.keys(tables).filter((name) => name !== 'documents') as ChildTable[];

/** The columns of a table, keys included, in order. */
export function columnsOf(table: TableName): readonly string[] {
  const columns = Object.keys(tables[table]);
  return table === 'documents' ? columns : ['document_id', 'ordinal', ...columns];
}

/** The row of a record in `documents`. @param digest of the record's line @param fingerprint of its text */
export function documentRow(
  record: DocumentRecord,
  digest: string,
  fingerprint = fingerprintOf(record.text),
): Cell[] {
  const { id, source, pipeline, script, carried } = record;
  return [
    id,
    digest,
    fingerprint,
    source.path,
    source.sha256,
    source.bytes,
    source.encoding,
    source.mediaType,
    pipeline.version,
    pipeline.config,
    pipeline.dictionaries,
    script.detected,
    script.confidence,
    record.offsetUnit,
    JSON.stringify(countsOf(record)),
    sound(record.sourceText),
    record.text,
    carried === undefined ? null : JSON.stringify(carried),
  ];
}

/**
 * What two texts have in common that are the same but for script, encoding, punctuation and spaces: a hash of
 * the letters and digits of the normalized text. None for a text without any.
 */
export function fingerprintOf(text: string): string | null {
  const telling = lettersOf(text);
  return telling === '' ? null : createHash('sha256').update(telling).digest('hex').slice(0, 32);
}

/** Half of a surrogate pair is no text to any database, and what reads it there may fail: U+FFFD stands for it. */
function sound(text: string): string {
  for (let at = 0; at < text.length; at++) {
    if ((text.charCodeAt(at) & 0xf800) === 0xd800) return text.replace(/\p{Cs}/gu, '\ufffd');
  }
  return text;
}

type Placed = { readonly span: readonly number[]; readonly source: readonly number[] };
const place = ({ span, source }: Placed): Cell[] => [span[0], span[1], source[0], source[1]];

/** The cells of one row after document id and ordinal, for each table below `documents`. */
export const childRows: {
  readonly [Table in ChildTable]: (record: DocumentRecord) => {
    count: number;
    row: (ordinal: number) => Cell[];
  };
} = {
  blocks: ({ blocks }) => rows(blocks, (block) => [block.kind, block.level ?? null, ...place(block)]),
  sentences: (record) => {
    const words = wordsBySentence(record);
    return rows(record.sentences, (sentence, i) => [...place(sentence), words[i].join(' ')]);
  },
  tokens: ({ tokens }) => ({
    count: tokens.text.length,
    row: (i) => [
      tokens.text[i],
      tokens.pos[i],
      tokens.start[i],
      tokens.end[i],
      tokens.sourceStart[i],
      tokens.sourceEnd[i],
    ],
  }),
  edits: ({ edits }) =>
    rows(edits, (edit) => [...place(edit), sound(edit.before), edit.after, JSON.stringify(edit.causes)]),
  entities: ({ entities }) =>
    rows(entities, ({ id, type, text, span, source, confidence, rule, ...fields }) => {
      const { ref, name, value, low, high, unit, comparator, ...detail } = fields as Record<string, unknown>;
      const common = [ref, name, value, low, high, unit, comparator] as (string | number | undefined)[];
      return [
        id,
        type,
        text,
        ...place({ span, source }),
        confidence,
        rule,
        ...common.map((cell) => cell ?? null),
        JSON.stringify(detail),
      ];
    }),
  relations: ({ relations }) =>
    rows(relations, (relation) => {
      const { subject, at, value } = essence(relation);
      return [relation.type, subject, ...place(at), value, JSON.stringify(relation)];
    }),
  messages: ({ messages }) =>
    rows(messages, ({ severity, rule, reason, source }) => [
      severity,
      rule,
      reason,
      source?.[0] ?? null,
      source?.[1] ?? null,
    ]),
};

function rows<Item>(items: readonly Item[], cells: (item: Item, ordinal: number) => Cell[]) {
  return { count: items.length, row: (ordinal: number) => cells(items[ordinal], ordinal) };
}

/** The tokens of each sentence: one sweep, as both stand in order. */
export function wordsBySentence({ sentences, tokens }: DocumentRecord): string[][] {
  let at = 0;
  return sentences.map(({ span: [start, end] }) => {
    while (at < tokens.start.length && tokens.start[at] < start) at++;
    const first = at;
    while (at < tokens.start.length && tokens.end[at] <= end) at++;
    return tokens.text.slice(first, at);
  });
}

/** What a relation is about, and the sentence or place that says it. */
function essence(relation: DocumentRecord['relations'][number]): {
  subject: string;
  at: Placed;
  value: string | null;
} {
  switch (relation.type) {
    case 'metric':
      return { subject: relation.subject.text, at: relation.sentence, value: relation.value };
    case 'project':
      return { subject: relation.name.text, at: relation.evidence, value: null };
    case 'membership':
      return { subject: relation.scheme.text, at: relation.scheme, value: null };
  }
}
