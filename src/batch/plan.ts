import { existsSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Config } from '../config/index.ts';
import { type InputFile, listInputs } from '../read/index.ts';
import type { Rejection } from '../write/index.ts';
import { rejectionOf } from './document-worker.ts';

/** What a run has to do. */
export interface Plan {
  /** By the order of their paths, whatever the order of the call. */
  readonly files: readonly InputFile[];
  readonly rejections: Rejection[];
  /** What was left out because its name is hidden. */
  readonly hidden: string[];
}

/** What a run into `out` would do. */
export function planRun(paths: readonly string[], out: string, config: Config): Promise<Plan> {
  return planInputs(
    paths,
    [out, ...ownDictionaries(paths, config)].map((path) => resolve(path)),
  );
}

/** Lists the inputs of a call. @param exclude folders that are no inputs though they may lie among them */
async function planInputs(paths: readonly string[], exclude: readonly string[]): Promise<Plan> {
  const files: InputFile[] = [];
  const rejections: Rejection[] = [];
  const hidden: string[] = [];
  for await (const input of listInputs(paths, { exclude, onHidden: (path) => hidden.push(path) })) {
    if ('error' in input) rejections.push(rejectionOf(input.path, input.error));
    else files.push(input);
  }
  files.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  return { files, rejections, hidden };
}

/** The folders of the user's own dictionaries: the one that was named, or those beside the inputs. */
export function ownDictionaries(paths: readonly string[], { dictionaries }: Config): string[] {
  if (dictionaries !== '') return [dictionaries];
  const beside = paths.map((path) => {
    const isFolder = statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
    return join(isFolder ? path : dirname(path), 'dictionaries');
  });
  return [...new Set(beside)].filter((path) => existsSync(path)).sort();
}
