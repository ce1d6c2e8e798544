import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { makeFolder, onDisk, syncFolder, writeAtomic, writeIfChanged } from './disk.ts';

/**
 * Writes normalized texts as files, in the source's folder structure. `a/b.txt` stays `a/b.txt`; what was
 * another format gets `.txt` at the end, as `a/b.html.txt`.
 */
export class TextFiles {
  readonly #folder: string;
  readonly #wanted = new Set<string>();
  readonly #folders = new Set<string>();
  #written = 0;

  constructor(folder: string) {
    this.#folder = folder;
    makeFolder(folder);
  }

  /** Writes a document's text, in one step: the old or the new, never half. */
  write(sourcePath: string, text: string): void {
    const path = this.#claim(sourcePath);
    this.#makeParent(path);
    writeAtomic(path, text);
    this.#written++;
  }

  /**
   * Sees to the text of a document that an earlier run normalized.
   *
   * @param text gives the text, where it is needed
   * @param trusted true where a file that is there is known to be the right one
   */
  keep(sourcePath: string, text: () => string, trusted: boolean): void {
    const path = this.#claim(sourcePath);
    if (trusted && fs.existsSync(path)) return;
    this.#makeParent(path);
    if (writeIfChanged(path, text())) this.#written++;
  }

  /** Takes away texts whose sources are gone and makes all names last. Tells how many files it changed. */
  finish(): number {
    let removed = 0;
    for (const entry of fs.readdirSync(this.#folder, { recursive: true, withFileTypes: true })) {
      const path = join(entry.parentPath, entry.name);
      if (!entry.isFile() || this.#wanted.has(path)) continue;
      onDisk(path, () => fs.rmSync(path));
      removed++;
      removeEmptyFolders(dirname(path), this.#folder);
    }
    for (const folder of this.#folders) syncFolder(folder);
    return removed + this.#written;
  }

  #claim(sourcePath: string): string {
    let path = join(this.#folder, textPathOf(sourcePath));
    while (this.#wanted.has(path)) path += '.txt';
    this.#wanted.add(path);
    return path;
  }

  #makeParent(path: string): void {
    const folder = dirname(path);
    if (this.#folders.has(folder)) return;
    makeFolder(folder);
    this.#folders.add(folder);
  }
}

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
