import { type Dictionaries, defaultDictionaries, type TableName, tables } from '../dictionary/index.ts';
import type { DictionarySnapshot } from '../write/index.ts';

/** What may have changed in records since other dictionaries made them. */
export type DictionaryChange =
  /** Anything: `because` says why. */
  | { readonly reach: 'all'; readonly because: string }
  /** What stands in documents that hold one of these texts. */
  | { readonly reach: 'rows'; readonly rows: readonly ChangedRow[] };

/** A row that was added, taken out or changed. */
interface ChangedRow {
  /** As it is shown: `custom.tsv: 資訊`. */
  readonly name: string;
  /** The text by which documents are found, as {@link letters} gives it. */
  readonly letters: string;
}

type Cells = Readonly<Record<string, string>>;

/**
 * The tables of which a row counts only where its own text stands in a document, and which text that is. A row of
 * any other table may reach further: a division names the regions of others, a numeral is read in every figure.
 */
const literalTables: Partial<Record<TableName, (row: Cells) => readonly string[]>> = {
  protected: ({ text }) => [text],
  custom: ({ text, replacement }) => [text, replacement],
  lexicon: ({ word }) => [word],
  programmes: ({ text }) => [text],
  'document-numbers': ({ prefix }) => [prefix],
  'named-local-organs': ({ name, aliases }) => [name, ...aliases.split('|').filter((alias) => alias !== '')],
};

/** The user's own rows, as they are kept beside the records that they helped to make. */
export function snapshotOf(dictionaries: Dictionaries): DictionarySnapshot {
  const own: Record<string, Cells[]> = {};
  for (const name of Object.keys(tables) as TableName[]) {
    const rows = [...dictionaries.ownRows(name).values()];
    if (rows.length > 0) own[name] = rows;
  }
  return { hash: dictionaries.hash(), packaged: defaultDictionaries().hash(), own };
}

/** What has changed between two sets of dictionaries. */
export function changeBetween(old: DictionarySnapshot, now: DictionarySnapshot): DictionaryChange {
  if (old.packaged !== now.packaged) return { reach: 'all', because: 'the dictionaries of another version' };
  const rows: ChangedRow[] = [];
  for (const name of Object.keys(tables) as TableName[]) {
    const { file } = tables[name];
    const changed = changedRows(name, old.own[name] ?? [], now.own[name] ?? []);
    if (changed === 'order') return { reach: 'all', because: `${file}: the order of its rows` };
    const textsOf = literalTables[name];
    for (const row of changed) {
      const key = keyOf(name, row);
      if (textsOf === undefined) return { reach: 'all', because: `${file}: ${key}` };
      for (const text of textsOf(row)) {
        if (letters(text) === '') return { reach: 'all', because: `${file}: ${key}` };
        rows.push({ name: `${file}: ${key}`, letters: letters(text) });
      }
    }
  }
  return { reach: 'rows', rows };
}

/** The row that a document may be affected by, if any; by any state of its text. */
export function affectingRow(rows: readonly ChangedRow[], texts: readonly string[]): string | undefined {
  const all = [...new Set(texts)].map(letters);
  return rows.find((row) => all.some((text) => text.includes(row.letters)))?.name;
}

/**
 * The letters and digits of a text, in one form each: what is left of it whatever marks, spaces and line breaks
 * are taken out or put in between, and however its characters are encoded.
 */
function letters(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

/** The rows that are not the same on both sides, in all their forms; `order` where others have changed places. */
function changedRows(name: TableName, old: readonly Cells[], now: readonly Cells[]): Cells[] | 'order' {
  const oldRows = byKey(name, old);
  const nowRows = byKey(name, now);
  const isSame = (key: string) =>
    oldRows.has(key) && nowRows.has(key) && sameCells(oldRows.get(key)!, nowRows.get(key)!);
  const kept = (rows: ReadonlyMap<string, Cells>) => [...rows.keys()].filter(isSame);
  if (kept(oldRows).join('\n') !== kept(nowRows).join('\n')) return 'order';
  const changed = new Set([...oldRows.keys(), ...nowRows.keys()].filter((key) => !isSame(key)));
  if (changed.size === 0) return [];
  // A row of the user's stands in for the package's with its key, which comes back when it goes.
  const packaged = byKey(name, defaultDictionaries().rows(name));
  return [...changed].flatMap((key) =>
    [oldRows.get(key), nowRows.get(key), packaged.get(key)].filter((row) => row !== undefined),
  );
}

function byKey(name: TableName, rows: readonly Cells[]): Map<string, Cells> {
  return new Map(rows.map((row) => [keyOf(name, row), row]));
}

function keyOf(name: TableName, row: Cells): string {
  return tables[name].key.map((column: string) => row[column]).join('\t');
}

function sameCells(a: Cells, b: Cells): boolean {
  return Object.entries(a).every(([column, cell]) => b[column] === cell);
}
