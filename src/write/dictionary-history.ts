import fs from 'node:fs';
import { join } from 'node:path';
import { makeFolder, onDisk, writeAtomic, writeIfChanged } from './disk.ts';

/** The user's own rows of a run. */
export interface DictionarySnapshot {
  /** As records name the dictionaries that made them. */
  readonly hash: string;
  /** Hash of the package's dictionaries alone. */
  readonly packaged: string;
  /** By the names of tables, in the order of the rows. */
  readonly own: Readonly<Record<string, readonly Readonly<Record<string, string>>[]>>;
}

/**
 * Remembers which of the user's rows made the records of an output folder, so that a later run can tell which
 * documents a change of them concerns. `dictionaries.json` belongs to the records that are in their place; a run
 * that did not end leaves its own in the working folder, with its records.
 */
export class DictionaryHistory {
  readonly #path: string;
  readonly #workFolder: string;
  readonly #now: DictionarySnapshot;
  /** What is known of earlier runs. */
  readonly earlier: readonly DictionarySnapshot[];

  /** @throws GuiyiError GY501 */
  constructor(folder: string, workFolder: string, now: DictionarySnapshot) {
    this.#path = join(folder, 'dictionaries.json');
    this.#workFolder = workFolder;
    this.#now = now;
    const staged = join(workFolder, 'dictionaries');
    makeFolder(staged);
    const paths = [this.#path, ...fs.readdirSync(staged).map((name) => join(staged, name))];
    this.earlier = paths.flatMap((path) => readSnapshot(path) ?? []);
    writeAtomic(join(staged, `${now.hash.replace(':', '-')}.json`), contentOf(now));
  }

  /** Puts this run's rows beside its records; no file where the package's are all. Tells whether anything changed. */
  publish(): boolean {
    // A table of the user's without a row counts: the hash tells of its file.
    const { hash, packaged } = this.#now;
    if (hash !== packaged) return writeIfChanged(this.#path, contentOf(this.#now), this.#workFolder);
    if (!fs.existsSync(this.#path)) return false;
    onDisk(this.#path, () => fs.rmSync(this.#path));
    return true;
  }
}

const contentOf = (snapshot: DictionarySnapshot) => `${JSON.stringify(snapshot)}\n`;

/** Nothing where no snapshot can be read: then nothing is known, and all is made again. */
function readSnapshot(path: string): DictionarySnapshot | undefined {
  try {
    const snapshot: DictionarySnapshot = JSON.parse(fs.readFileSync(path, 'utf8'));
    return typeof snapshot.hash === 'string' && typeof snapshot.own === 'object' ? snapshot : undefined;
  } catch {
    return undefined;
  }
}
