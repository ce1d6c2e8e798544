/**
 * Every dictionary table: its file in `dictionaries/`, its columns in order, and the columns that make a
 * row unique (by which a user's row replaces the package's). The zod schema of the cells, for
 * `guiyi check` and the tests, stands in `schemas.ts` under the same name.
 */
export const tables = {
  sources: {
    file: 'sources.tsv',
    columns: ['id', 'title', 'version', 'date', 'licence', 'remark'],
    key: ['id'],
  },
  lexicon: {
    file: 'lexicon.tsv',
    columns: ['word', 'pos', 'frequency', 'origin'],
    key: ['word'],
  },
  radicals: {
    file: 'radicals.tsv',
    columns: ['radical', 'character', 'origin'],
    key: ['radical'],
  },
  'private-use': {
    file: 'private-use.tsv',
    columns: ['code', 'character', 'vendor', 'origin'],
    key: ['code'],
  },
  'look-alikes': {
    file: 'look-alikes.tsv',
    columns: ['written', 'meant', 'where', 'except', 'origin'],
    key: ['written'],
  },
  'script-weights': {
    file: 'script-weights.tsv',
    columns: ['character', 'weight', 'origin'],
    key: ['character'],
  },
  surnames: {
    file: 'surnames.tsv',
    columns: ['surname', 'origin'],
    key: ['surname'],
  },
} as const satisfies Record<string, TableDescription>;

interface TableDescription {
  readonly file: string;
  readonly columns: readonly string[];
  readonly key: readonly string[];
}

export type TableName = keyof typeof tables;
