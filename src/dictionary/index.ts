export { PrefixIndex, SuffixIndex } from './affix-index.ts';
export {
  assertKnownTables,
  Dictionaries,
  defaultDictionaries,
  packagedDictionaries,
  type Row,
} from './dictionaries.ts';
export { loadTable, type Table } from './load-table.ts';
export { type TableName, tables } from './tables.ts';
export { UnitSet, unitTable } from './unit-table.ts';
