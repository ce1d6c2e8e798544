/**
 * Every dictionary table: its file in `dictionaries/`, its columns in order, and the columns that make a
 * row unique (by which a user's row replaces the package's). The zod schema of the cells, for
 * `guiyi check` and the tests, stands in `schemas.ts` under the same name.
 */
export const tables = {
  /** Characters that HKSCS and ETEN add to Big5: the first code in hex, then the characters of the codes from there on. */
  big5Hkscs: {
    file: 'big5-hkscs.tsv',
    columns: ['code', 'characters', 'origin'],
    key: ['code'],
  },
  /** Words that mark a line as a byline: as its label (来源：), or at the end of a bracket (…供稿). */
  bylineCues: { file: 'byline-cues.tsv', columns: ['cue', 'place', 'origin'], key: ['cue', 'place'] },
  /** Words in ids and classes of HTML elements that stand around a page's document, anywhere in a name or at its end. */
  pageFurniture: { file: 'page-furniture.tsv', columns: ['cue', 'place', 'origin'], key: ['cue'] },
  /** How common characters are, as bits of surprise, in documents of each script. */
  characterFrequencies: {
    file: 'character-frequencies.tsv',
    columns: ['script', 'bits', 'characters', 'origin'],
    key: ['script', 'bits'],
  },
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
  'variant-characters': {
    file: 'variant-characters.tsv',
    columns: ['variant', 'standard', 'origin'],
    key: ['variant'],
  },
  'rare-characters': {
    file: 'rare-characters.tsv',
    columns: ['traditional', 'simplified', 'origin'],
    key: ['traditional'],
  },
  'name-characters': {
    file: 'name-characters.tsv',
    columns: ['character', 'in-names', 'origin'],
    key: ['character'],
  },
  'certain-surnames': {
    file: 'certain-surnames.tsv',
    columns: ['surname', 'origin'],
    key: ['surname'],
  },
  contexts: {
    file: 'contexts.tsv',
    columns: ['phrase', 'standard', 'where', 'origin'],
    key: ['phrase'],
  },
  protected: {
    file: 'protected.tsv',
    columns: ['text', 'origin'],
    key: ['text'],
  },
  custom: {
    file: 'custom.tsv',
    columns: ['text', 'replacement', 'origin'],
    key: ['text'],
  },
  'script-weights': {
    file: 'script-weights.tsv',
    columns: ['character', 'weight', 'origin'],
    key: ['character'],
  },
  'word-parts': {
    file: 'lexicon-parts.tsv',
    columns: ['word', 'use', 'origin'],
    key: ['word', 'use'],
  },
  measures: {
    file: 'lexicon-measures.tsv',
    columns: ['measure', 'kind', 'origin'],
    key: ['measure'],
  },
  surnames: {
    file: 'surnames.tsv',
    columns: ['surname', 'origin'],
    key: ['surname'],
  },
  'ethnic-groups': { file: 'ethnic-groups.tsv', columns: ['name', 'origin'], key: ['name'] },
  divisions: {
    file: 'divisions.tsv',
    columns: [
      'code',
      'name',
      'short',
      'level',
      'parent',
      'province',
      'valid_from',
      'valid_to',
      'successors',
      'origin',
    ],
    key: ['code', 'name', 'valid_from'],
  },
  areas: {
    file: 'areas.tsv',
    columns: ['name', 'short', 'level', 'province', 'origin'],
    key: ['name', 'province'],
  },
  'short-counties': {
    file: 'short-counties.tsv',
    columns: ['name', 'use', 'origin'],
    key: ['name'],
  },
  'division-aliases': {
    file: 'division-aliases.tsv',
    columns: ['alias', 'code', 'form', 'origin'],
    key: ['alias', 'code'],
  },
  'place-words': { file: 'place-words.tsv', columns: ['word', 'use', 'origin'], key: ['word', 'use'] },
  'region-groups': {
    file: 'region-groups.tsv',
    columns: ['name', 'members', 'origin'],
    key: ['name'],
  },
  'named-local-organs': {
    file: 'named-local-organs.tsv',
    columns: ['name', 'aliases', 'region', 'level', 'origin'],
    key: ['name'],
  },
  organs: {
    file: 'organs.tsv',
    columns: [
      'id',
      'name',
      'abbreviations',
      'kind',
      'valid_from',
      'valid_to',
      'certainty',
      'remark',
      'origin',
    ],
    key: ['id'],
  },
  'organ-relations': {
    file: 'organ-relations.tsv',
    columns: ['from', 'relation', 'to', 'date', 'origin'],
    key: ['from', 'relation', 'to'],
  },
  'local-organ-parts': {
    file: 'local-organ-parts.tsv',
    columns: ['part', 'use', 'level', 'origin'],
    key: ['part', 'use'],
  },
  'shared-organ-names': { file: 'shared-organ-names.tsv', columns: ['name', 'origin'], key: ['name'] },
  'organ-words': { file: 'organ-words.tsv', columns: ['word', 'use', 'origin'], key: ['word', 'use'] },
  numerals: {
    file: 'numerals.tsv',
    columns: ['character', 'kind', 'value', 'origin'],
    key: ['character'],
  },
  comparators: {
    file: 'comparators.tsv',
    columns: ['word', 'position', 'comparator', 'origin'],
    key: ['word', 'position'],
  },
  units: {
    file: 'units.tsv',
    columns: ['text', 'kind', 'unit', 'name', 'origin'],
    key: ['text'],
  },
  eras: {
    file: 'eras.tsv',
    columns: ['name', 'first_year', 'origin'],
    key: ['name'],
  },
  'document-numbers': {
    file: 'document-numbers.tsv',
    columns: ['prefix', 'issuer', 'origin'],
    key: ['prefix'],
  },
  programmes: {
    file: 'programmes.tsv',
    columns: ['text', 'kind', 'from', 'to', 'origin'],
    key: ['text', 'kind'],
  },
  'figure-words': {
    file: 'figure-words.tsv',
    columns: ['word', 'kind', 'value', 'origin'],
    key: ['word'],
  },
  'money-cues': {
    file: 'money-cues.tsv',
    columns: ['word', 'position', 'origin'],
    key: ['word', 'position'],
  },
  'money-parts': {
    file: 'money-parts.tsv',
    columns: ['word', 'unit', 'value', 'origin'],
    key: ['word'],
  },
  'figure-guards': {
    file: 'figure-guards.tsv',
    columns: ['unit', 'word', 'origin'],
    key: ['unit', 'word'],
  },
  'figure-guard-exceptions': {
    file: 'figure-guard-exceptions.tsv',
    columns: ['word', 'origin'],
    key: ['word'],
  },
  'metric-words': {
    file: 'metric-words.tsv',
    columns: ['word', 'kind', 'origin'],
    key: ['word', 'kind'],
  },
  'project-words': {
    file: 'project-words.tsv',
    columns: ['word', 'kind', 'origin'],
    key: ['word', 'kind'],
  },
} as const satisfies Record<string, TableDescription>;

interface TableDescription {
  readonly file: string;
  readonly columns: readonly string[];
  readonly key: readonly string[];
}

export type TableName = keyof typeof tables;
