import { createHash } from 'node:crypto';
import * as tables from './0001-tables.ts';
import * as views from './0002-views.ts';
import * as search from './0003-search.ts';
import * as counts from './0004-counts.ts';

/** A step from one schema to the next. */
export interface Migration {
  /** From 1, without gaps. */
  readonly number: number;
  readonly name: string;
  readonly sql: string;
  /** Hex SHA-256 of `sql`, by which a database tells that its tables are those of this program. */
  readonly hash: string;
}

const steps: readonly (readonly [name: string, sql: string])[] = [
  ['tables', tables.sql],
  ['views', views.sql],
  ['search', search.sql],
  ['counts', counts.sql],
];

/** Every migration, in the order in which they apply. */
export const migrations: readonly Migration[] = steps.map(([name, sql], index) => ({
  number: index + 1,
  name,
  sql,
  hash: createHash('sha256').update(sql).digest('hex'),
}));
