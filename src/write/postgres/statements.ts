import { type ChildTable, childTables, type TableName } from '../tables.ts';
import { keyOf, valuesOf } from './rows.ts';

/** Tables in the order in which foreign keys let rows go in. */
export const inOrder: readonly TableName[] = ['documents', ...childTables];

const staged = (table: TableName) => `pg_temp.staged_${table}`;

/**
 * The temporary tables of a load. `staged_records` has every record, in the order in which they came;
 * `staged_<table>` the rows of those that are new or changed, which the record's number ties together.
 */
export const createStages = [
  'CREATE TEMPORARY TABLE staged_records (number integer NOT NULL, id text COLLATE "C" NOT NULL) ON COMMIT DROP',
  ...inOrder.map((table) => {
    const own = table === 'documents' ? ['id'] : ['ordinal'];
    return `CREATE TEMPORARY TABLE staged_${table} ON COMMIT DROP AS
            SELECT 0 AS number, ${[...own, ...valuesOf(table)].join(', ')} FROM ${table} WITH NO DATA`;
  }),
].join(';\n');

export const copyRecords = 'COPY pg_temp.staged_records (number, id) FROM STDIN';

/** The `COPY` of rows: the record's number, then the cells. */
export const copyRows = (table: TableName): string => `COPY ${staged(table)} FROM STDIN`;

/** Before the merge: of records with one id the last counts, and the planner learns what there is. */
export const settleStages = `
ANALYZE pg_temp.staged_records;
DELETE FROM pg_temp.staged_records AS earlier USING pg_temp.staged_records AS later
WHERE earlier.id = later.id AND earlier.number < later.number;
DELETE FROM ${staged('documents')} AS document
WHERE NOT EXISTS (SELECT FROM pg_temp.staged_records AS record WHERE record.number = document.number);
${inOrder.map((table) => `ANALYZE ${staged(table)};`).join('\n')}
`;

/** The documents that are to go because no record has their id. */
export const findGone = `
CREATE TEMPORARY TABLE gone ON COMMIT DROP AS
SELECT id FROM documents
WHERE NOT EXISTS (SELECT FROM pg_temp.staged_records AS record WHERE record.id = documents.id);
ANALYZE pg_temp.gone`;

/** The same, where documents stay that no record has. */
export const findNoneGone = 'CREATE TEMPORARY TABLE gone (id text COLLATE "C") ON COMMIT DROP';

/** Takes out the rows that their document no longer has, and all of those documents that are to go. */
export const deleteRows = (table: ChildTable): string => `
DELETE FROM ${table} AS stored
USING (
  SELECT id, number FROM ${staged('documents')} UNION ALL SELECT id, NULL FROM pg_temp.gone
) AS document
WHERE stored.document_id = document.id AND NOT EXISTS (
  SELECT FROM ${staged(table)} AS staged WHERE staged.number = document.number AND staged.ordinal = stored.ordinal
)`;

/** Takes out the documents that are to go; their rows must be gone. */
export const deleteDocuments = 'DELETE FROM documents USING pg_temp.gone WHERE documents.id = gone.id';

/** Puts in the rows that are new and changes those that differ; gives how many there were of each. */
export function mergeRows(table: TableName): string {
  const key = keyOf(table);
  const values = valuesOf(table);
  const from =
    table === 'documents'
      ? staged(table)
      : `${staged(table)} JOIN (SELECT number, id AS document_id FROM ${staged('documents')}) AS document USING (number)`;
  // A row that an INSERT brings has never been locked or updated: its xmax is 0.
  return `
WITH written AS (
  INSERT INTO ${table} AS stored (${[...key, ...values].join(', ')})
  SELECT ${[...key, ...values].join(', ')} FROM ${from}
  ON CONFLICT (${key.join(', ')}) DO UPDATE SET ${values.map((name) => `${name} = excluded.${name}`).join(', ')}
  WHERE (${values.map((name) => `stored.${name}`).join(', ')})
    IS DISTINCT FROM (${values.map((name) => `excluded.${name}`).join(', ')})
  RETURNING xmax = 0 AS fresh
)
SELECT count(*) FILTER (WHERE fresh)::float8 AS inserted, count(*) FILTER (WHERE NOT fresh)::float8 AS changed
FROM written`;
}
