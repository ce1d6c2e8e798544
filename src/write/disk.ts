import fs from 'node:fs';
import { basename, dirname, join } from 'node:path';
import pMap from 'p-map';
import { GuiyiError } from '../errors/index.ts';

/** What the system's codes mean, for people. */
const meanings: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EIO: 'the disk reports an I/O error',
  EROFS: 'the disk is read-only',
  EACCES: 'it may not be written (permissions)',
  EPERM: 'it may not be written (permissions)',
  ENOTDIR: 'a file stands where a folder is needed',
  EISDIR: 'a folder stands where a file is needed',
  EEXIST: 'a file stands where a folder is needed',
  ENAMETOOLONG: 'the name is too long for the disk',
  EMFILE: 'too many files are open',
};

/**
 * Runs a disk operation; what the system refuses becomes an error that names the place and the trouble.
 *
 * @throws GuiyiError GY501
 */
export function onDisk<T>(path: string, operation: () => T): T {
  try {
    return operation();
  } catch (cause) {
    if (cause instanceof GuiyiError) throw cause;
    const { code, message } = cause as NodeJS.ErrnoException;
    const meaning = code === undefined ? undefined : meanings[code];
    throw new GuiyiError(
      'GY501',
      meaning === undefined ? message : `${meaning} (${code})`,
      { path },
      { cause },
    );
  }
}

/** Takes away what is of no use any more. Where the disk does not let it, the trouble that counts was met before. */
export function discard(path: string): void {
  try {
    fs.rmSync(path, { recursive: true, force: true });
  } catch {
    // What is left lies in the working folder, or is overwritten by the next run.
  }
}

/** Makes a folder and those above it; it is there already on the second call. @throws GuiyiError GY501 */
export function makeFolder(path: string): void {
  onDisk(path, () => {
    try {
      fs.mkdirSync(path);
    } catch (cause) {
      if (fs.statSync(path, { throwIfNoEntry: false })?.isDirectory()) return;
      // Node's own way of making the folders above says ENOENT for whatever goes wrong there.
      if ((cause as NodeJS.ErrnoException).code !== 'ENOENT' || dirname(path) === path) throw cause;
      makeFolder(dirname(path));
      fs.mkdirSync(path);
    }
  });
}

/** Makes the names in a folder last: without it, a rename can be lost with the power. @throws GuiyiError GY501 */
export function syncFolder(path: string): void {
  syncFile(path);
}

/**
 * Writes all of the bytes, however few the system takes at a time.
 *
 * @param position in the file; where it stands where left out
 * @throws GuiyiError GY501
 */
export function writeAll(handle: number, bytes: Uint8Array, path: string, position?: number): void {
  onDisk(path, () => {
    for (let at = 0; at < bytes.length; ) {
      const place = position === undefined ? null : position + at;
      at += fs.writeSync(handle, bytes, at, bytes.length - at, place);
    }
  });
}

/** Makes the bytes of a file last. @throws GuiyiError GY501 */
export function syncFile(path: string): void {
  onDisk(path, () => {
    const handle = fs.openSync(path, 'r');
    try {
      fs.fsyncSync(handle);
    } finally {
      fs.closeSync(handle);
    }
  });
}

/** Moves a finished file to its place, in one step. @throws GuiyiError GY501 */
export function moveFile(from: string, to: string): void {
  onDisk(to, () => fs.renameSync(from, to));
}

/** Files that are being made to last at a time: the disk does many for little more than one. */
const SYNCS_AT_ONCE = 16;

/** Makes the bytes of files last. @throws GuiyiError GY501 */
export async function syncFiles(paths: readonly string[]): Promise<void> {
  await pMap(
    paths,
    async (path) => {
      const handle = onDisk(path, () => fs.openSync(path, 'r'));
      try {
        await new Promise<void>((done, fail) => {
          fs.fsync(handle, (error) => (error === null ? done() : fail(error)));
        });
      } catch (cause) {
        onDisk(path, () => {
          throw cause;
        });
      } finally {
        fs.closeSync(handle);
      }
    },
    { concurrency: SYNCS_AT_ONCE },
  );
}

/**
 * Writes a file so that there is always the old or the new one, never half: a temporary file, fsync, rename. Whoever
 * needs the name to outlast a power cut syncs the folder afterwards.
 *
 * @param aside the folder of the temporary file, on the same disk: a full disk may not let it be taken away
 * @throws GuiyiError GY501; the old file is then untouched and nothing is left beside it
 */
export function writeAtomic(path: string, content: string | Uint8Array, aside = dirname(path)): void {
  const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
  const temporary = join(aside, `.${basename(path).slice(0, 80)}.tmp`);
  try {
    onDisk(path, () => {
      const handle = fs.openSync(temporary, 'w');
      try {
        writeAll(handle, bytes, path);
        fs.fsyncSync(handle);
      } finally {
        fs.closeSync(handle);
      }
    });
    moveFile(temporary, path);
  } catch (error) {
    discard(temporary);
    throw error;
  }
}

/** {@link writeAtomic}, only where the file does not hold this already. Tells whether it wrote. */
export function writeIfChanged(path: string, content: string, aside: string): boolean {
  if (holds(path, content)) return false;
  writeAtomic(path, content, aside);
  return true;
}

/** True where a file is there and holds this, to the byte. */
export function holds(path: string, content: string | Uint8Array): boolean {
  const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
  try {
    return fs.statSync(path).size === bytes.length && fs.readFileSync(path).equals(bytes);
  } catch {
    // Not there, or not readable: writing will tell.
    return false;
  }
}
