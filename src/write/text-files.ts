import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { holds, makeFolder, moveFile, onDisk, syncFolder } from './disk.ts';
import { SyncQueue } from './sync-queue.ts';

/**
 * Writes normalized texts as files, in the source's folder structure. `a/b.txt` stays `a/b.txt`; what was
 * another format gets `.txt` at the end, as `a/b.html.txt`.
 *
 * Texts wait in a working folder and go to their places at the end. The disk makes many files last at a time for little
 * more than one, and meanwhile the next documents are made.
 */
export class TextFiles {
  readonly #folder: string;
  readonly #staging: string;
  /** Every path that a text has, below the folder. */
  readonly #wanted = new Set<string>();
  readonly #staged: string[] = [];
  /** How many of the staged ones last, or are being made to. */
  #synced = 0;
  readonly #syncs = new SyncQueue();
  readonly #stagingFolders = new Set<string>();

  /** @param workFolder of this run; what an earlier one left there is overwritten */
  constructor(folder: string, workFolder: string) {
    this.#folder = folder;
    this.#staging = join(workFolder, 'text');
    makeFolder(folder);
    makeFolder(this.#staging);
  }

  /** Writes a document's text. */
  write(sourcePath: string, text: Uint8Array): void {
    this.#stage(claim(sourcePath, this.#wanted), text);
  }

  /**
   * Sees to the text of a document that an earlier run normalized.
   *
   * @param text where it is not known that what is there is right
   * @param read gives it, where it turns out to be missing
   */
  keep(sourcePath: string, text: Uint8Array | undefined, read: () => Uint8Array): void {
    const path = claim(sourcePath, this.#wanted);
    const there = join(this.#folder, path);
    if (text === undefined ? fs.existsSync(there) : holds(there, text)) return;
    this.#stage(path, text ?? read());
  }

  /** No more texts come. */
  end(): void {
    this.#sync();
  }

  /** Once all that was written lasts. @throws GuiyiError GY501 */
  settled(): Promise<void> {
    return this.#syncs.settled();
  }

  /**
   * Puts the texts, which are {@link settled}, in their places, each in one step, and takes away those whose sources are gone. Tells how many.

   * @param earlier the sources' paths of the documents that had texts before, in their order: other files are not ours
   */
  publish(earlier: readonly string[]): number {
    const folders = new Set<string>();
    for (const path of this.#staged) {
      const place = join(this.#folder, path);
      const folder = dirname(place);
      if (!folders.has(folder)) makeFolder(folder);
      folders.add(folder);
      moveFile(join(this.#staging, path), place);
    }
    const removed = this.#removeUnwanted(earlier);
    for (const folder of folders) syncFolder(folder);
    return removed + this.#staged.length;
  }

  #removeUnwanted(earlier: readonly string[]): number {
    const made = new Set<string>();
    for (const path of earlier) claim(path, made);
    let removed = 0;
    for (const name of made) {
      const path = join(this.#folder, name);
      if (this.#wanted.has(name) || !fs.existsSync(path)) continue;
      onDisk(path, () => fs.rmSync(path));
      removed++;
      removeEmptyFolders(dirname(path), this.#folder);
    }
    return removed;
  }

  #stage(path: string, text: Uint8Array): void {
    const place = join(this.#staging, path);
    const folder = dirname(place);
    if (!this.#stagingFolders.has(folder)) makeFolder(folder);
    this.#stagingFolders.add(folder);
    onDisk(place, () => fs.writeFileSync(place, text));
    this.#staged.push(path);
    if (this.#staged.length - this.#synced >= SYNCED_AT_ONCE) this.#sync();
  }

  /** Makes the texts last that don't yet, after those before them. */
  #sync(): void {
    const paths = this.#staged.slice(this.#synced).map((path) => join(this.#staging, path));
    this.#synced = this.#staged.length;
    this.#syncs.add(paths);
  }
}

/** The path of a document's text below the folder, which is added to those that have one. */
function claim(sourcePath: string, taken: Set<string>): string {
  let path = textPathOf(sourcePath);
  while (taken.has(path)) path += '.txt';
  taken.add(path);
  return path;
}

/** Texts that are made to last at a time, while the run goes on. */
const SYNCED_AT_ONCE = 64;

/** Names that file systems take are at most 255 bytes; ours get something appended. */
const LONGEST_NAME = 200;

/** Where a source's text goes below `text/`: never above it, whatever the source's path says. */
export function textPathOf(sourcePath: string): string {
  const parts = sourcePath
    .split(/[/\\]/)
    .filter((part) => part !== '' && part !== '.' && part !== '..')
    .map(safeName);
  const path = parts.length === 0 ? 'unnamed' : parts.join(sep);
  return /\.txt$/i.test(path) ? path : `${path}.txt`;
}

function safeName(part: string): string {
  const name = wellFormed(part).replace(/[\0:*?"<>|]/g, '_');
  if (name === part && Buffer.byteLength(name) <= LONGEST_NAME) return name;
  // Names that had to change keep apart by a piece of their hash.
  const hash = createHash('sha256').update(Buffer.from(part, 'utf16le')).digest('hex').slice(0, 12);
  let short = name;
  while (Buffer.byteLength(short) > LONGEST_NAME) short = wellFormed(short.slice(0, -1));
  return `${short}-${hash}`;
}

function removeEmptyFolders(folder: string, top: string): void {
  for (let at = folder; relative(top, at) !== '' && fs.readdirSync(at).length === 0; at = dirname(at)) {
    onDisk(at, () => fs.rmdirSync(at));
  }
}

/** Lone surrogates can't stand in a file's name. */
function wellFormed(name: string): string {
  return name.replace(/\p{Surrogate}/gu, '_');
}
