import fs from 'node:fs';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import { GuiyiError } from '../errors/index.ts';
import { headOf, linesOf, readManifest } from '../write/index.ts';

/** What a run writes into its folder. */
const OUTPUT = ['records', 'text', 'corpus.sqlite', 'manifest.json', 'rejects.jsonl', 'duplicates.jsonl'];

/**
 * Sees that what a run would replace is a run's: a folder of somebody's own with such names is left alone.
 *
 * @throws GuiyiError GY504
 */
export function assertOwn(folder: string, workFolder: string): void {
  if (fs.existsSync(workFolder) || readManifest(folder) !== undefined) return;
  const foreign = OUTPUT.find((name) => isFilled(join(folder, name)));
  if (foreign === undefined || hasRecords(join(folder, 'records'))) return;
  throw new GuiyiError('GY504', `it has ${foreign}, which no run made`, { path: folder });
}

/**
 * Sees that no input is the output folder, or lies in it: what a run writes there would take its place.
 *
 * @throws GuiyiError GY302
 */
export function assertApart(paths: readonly string[], folder: string): void {
  const inside = (path: string) => {
    const way = relative(realOf(folder), realOf(path));
    return way === '' || (!isAbsolute(way) && way !== '..' && !way.startsWith(`..${sep}`));
  };
  const found = paths.find(inside);
  if (found === undefined) return;
  throw new GuiyiError('GY302', `${found} lies in the output folder ${folder}`, { path: found });
}

function realOf(path: string): string {
  try {
    return fs.realpathSync(path);
  } catch {
    return resolve(path);
  }
}

/**
 * Sees that something is at each path of a call whose folder has a corpus: it would lose the documents of a path that is mistyped.
 *
 * @throws GuiyiError GY101
 */
export function assertThere(paths: readonly string[], folder: string): void {
  if (!fs.existsSync(join(folder, 'manifest.json'))) return;
  const missing = paths.find((path) => !fs.existsSync(path));
  if (missing === undefined) return;
  throw new GuiyiError('GY101', `nothing is there; the corpus in ${folder} is left as it is`, {
    path: missing,
  });
}

function isFilled(path: string): boolean {
  const stats = fs.statSync(path, { throwIfNoEntry: false });
  return stats?.isDirectory() === true ? fs.readdirSync(path).length > 0 : stats !== undefined;
}

/** The options that made the corpus that is there and are others now, each with what it was. */
export function changedOptions(
  folder: string,
  now: Readonly<Record<string, unknown>>,
): { readonly name: string; readonly before: unknown }[] {
  const before = readManifest(folder)?.config.options ?? {};
  return Object.keys(now)
    .filter((name) => name in before && before[name] !== now[name])
    .map((name) => ({ name, before: before[name] }));
}

/** True where the first line there is a record of ours. */
function hasRecords(folder: string): boolean {
  try {
    for (const { line } of linesOf(join(folder, '00001.jsonl'))) return headOf(line) !== undefined;
  } catch {
    // Not there, or not to be read.
  }
  return false;
}
