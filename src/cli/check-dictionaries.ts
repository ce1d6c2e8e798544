import { existsSync } from 'node:fs';
import { join } from 'node:path';
import {
  assertKnownTables,
  loadTable,
  packagedDictionaries,
  type TableName,
  tables,
} from '../dictionary/index.ts';
import { schemas } from '../dictionary/schemas.ts';
import { GuiyiError } from '../errors/index.ts';
import type { Finding } from './check.ts';

/**
 * Checks the tables of dictionary folders: their form and cells, the order of rows, that no key stands
 * twice, and that every origin is known. The user's folders need not have every table.
 */
export function checkDictionaries(folders: readonly string[]) {
  const rows: [string, number, number][] = [];
  const findings: Finding[] = [];
  const origins = new Set<string>();
  for (const folder of [packagedDictionaries, ...folders]) {
    const path = join(folder, tables.sources.file);
    if (existsSync(path)) for (const { id } of tryLoad(path, 'sources')?.rows ?? []) origins.add(id);
  }
  for (const folder of folders) {
    if (folder !== packagedDictionaries) {
      findings.push(...strangersIn(folder));
      if (!Object.values(tables).some(({ file }) => existsSync(join(folder, file))))
        findings.push({ where: folder, check: 'table', what: 'it has neither records nor dictionaries' });
    }
    for (const name of Object.keys(tables) as TableName[]) {
      const path = join(folder, tables[name].file);
      if (!existsSync(path) && folder !== packagedDictionaries) continue;
      const found = checkTable(name, path, origins);
      rows.push([path, found.rows, found.findings.length]);
      findings.push(...found.findings);
    }
  }
  return { rows, more: 0, findings };
}

function strangersIn(folder: string): Finding[] {
  try {
    assertKnownTables(folder);
    return [];
  } catch (error) {
    if (!(error instanceof GuiyiError)) throw error;
    return [{ where: error.place.path ?? folder, check: 'table', what: error.detail }];
  }
}

function tryLoad(path: string, name: TableName) {
  try {
    return loadTable(path, tables[name].columns);
  } catch {
    // Told of where the table itself is checked.
    return undefined;
  }
}

function checkTable(name: TableName, path: string, origins: ReadonlySet<string>) {
  const findings: Finding[] = [];
  const { columns, key }: { columns: readonly string[]; key: readonly string[] } = tables[name];
  let rows: readonly Readonly<Record<string, string>>[];
  try {
    rows = loadTable(path, columns).rows;
  } catch (error) {
    if (!(error instanceof GuiyiError)) throw error;
    const line = error.place.line === undefined ? '' : `:${error.place.line}`;
    return { rows: 0, findings: [{ where: `${path}${line}`, check: error.code, what: error.detail }] };
  }
  const seen = new Map<string, number>();
  let before: Buffer | undefined;
  for (const [index, row] of rows.entries()) {
    const line = index + 2;
    const report = (check: string, what: string) => findings.push({ where: `${path}:${line}`, check, what });
    const parsed = schemas[name].safeParse(row);
    for (const issue of parsed.error?.issues ?? [])
      report('cells', `${issue.path.join('.')}: ${issue.message}`);
    const keyText = key.map((column) => row[column]).join('\t');
    const first = seen.get(keyText);
    if (first !== undefined) report('unique', `'${keyText}' stands in line ${first} already`);
    seen.set(keyText, line);
    // UTF-8 bytes sort by code point.
    const bytes = Buffer.from(columns.map((column) => row[column]).join('\t'), 'utf8');
    if (before !== undefined && Buffer.compare(before, bytes) > 0)
      report('sorted', 'it sorts before the row above');
    before = bytes;
    for (const origin of row.origin?.split(' ') ?? []) {
      if (!origins.has(origin)) report('origin', `'${origin}' is not in ${tables.sources.file}`);
    }
  }
  return { rows: rows.length, findings };
}
