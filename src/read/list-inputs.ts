import { existsSync, type Stats } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { GuiyiError } from '../errors/index.ts';
import { identityOfFile, identityPrefix } from './identity.ts';

/** A file that is to be read. */
export interface InputFile {
  /** Its identity: see {@link identityOfFile}. */
  readonly path: string;
  readonly absolutePath: string;
}

/** An input that can't be used, and why; the others go on. */
export interface Rejection {
  readonly path: string;
  readonly error: GuiyiError;
}

/** What is left out. */
export interface ListOptions {
  /** Folders and files that are no inputs though they may lie among them: the output folder. */
  readonly exclude?: readonly string[];
  /** Is told of each file and folder that is left out because its name is hidden. */
  readonly onHidden?: (path: string) => void;
}

/**
 * Lists the files of a call, lazily: arguments in the order given, folders with all that is in them by code
 * point order of the path. Hidden names are left out unless named in the call. Links are followed; a folder
 * is entered once, so a link back to a parent ends there.
 *
 * What can't be listed comes as a {@link Rejection}: GY101 not there, GY102 unreadable or no regular file,
 * GY106 where another file has the same identity. The same file named twice comes once.
 */
export async function* listInputs(
  paths: readonly string[],
  { exclude = [], onHidden }: ListOptions = {},
): AsyncGenerator<InputFile | Rejection> {
  const excluded = new Set(await Promise.all(exclude.map(realOf)));
  const entered = new Set<string>();
  const known = new Map<string, string>();

  async function* visit(path: string, absolutePath: string): AsyncGenerator<InputFile | Rejection> {
    let stats: Stats;
    let real: string;
    try {
      stats = await stat(absolutePath);
      real = await realpath(absolutePath);
    } catch (cause) {
      yield { path, error: readingError(cause, path) };
      return;
    }
    if (!stats.isDirectory() && !stats.isFile()) {
      if (excluded.has(real)) return;
      yield { path, error: new GuiyiError('GY102', 'it is no regular file', { path }) };
    } else if (stats.isFile()) {
      const file = fileAt(path, absolutePath, real);
      if (file !== undefined) yield file;
    } else {
      if (excluded.has(real) || entered.has(real)) return;
      entered.add(real);
      yield* visitFolder(path, absolutePath, real);
    }
  }

  function fileAt(path: string, absolutePath: string, real: string): InputFile | Rejection | undefined {
    const other = known.get(path);
    if (excluded.has(real) || other === real) return undefined;
    if (other !== undefined)
      return { path, error: new GuiyiError('GY106', `${other} and ${real}`, { path }) };
    known.set(path, real);
    return { path, absolutePath };
  }

  async function* visitFolder(
    path: string,
    absolutePath: string,
    real: string,
  ): AsyncGenerator<InputFile | Rejection> {
    let entries: { name: string; isFile: boolean; key: Buffer }[];
    try {
      const found = await readdir(absolutePath, { withFileTypes: true });
      entries = found
        .filter(({ name }) => {
          if (!name.startsWith('.')) return true;
          onHidden?.(within(path, name));
          return false;
        })
        // A folder sorts as its files' paths do, with the slash. UTF-8 bytes sort by code point.
        .map((entry) => ({
          name: entry.name,
          isFile: entry.isFile(),
          key: Buffer.from(entry.name.normalize('NFC') + (entry.isDirectory() ? '/' : ''), 'utf8'),
        }))
        .sort((a, b) => Buffer.compare(a.key, b.key));
    } catch (cause) {
      yield { path, error: readingError(cause, path) };
      return;
    }
    for (const { name, isFile } of entries) {
      const inside = within(path, name.normalize('NFC'));
      if (name.includes('\ufffd') && !existsSync(join(absolutePath, name))) {
        const error = new GuiyiError('GY102', 'its name is not UTF-8: rename it, with convmv for one', {
          path: inside,
        });
        yield { path: inside, error };
      } else if (isFile) {
        // The folder said so, and that it is no link: no need to ask the system again for each of many thousands.
        const file = fileAt(inside, join(absolutePath, name), join(real, name));
        if (file !== undefined) yield file;
      } else yield* visit(inside, join(absolutePath, name));
    }
  }

  async function* visitArgument(argument: string): AsyncGenerator<InputFile | Rejection> {
    const absolutePath = resolve(argument);
    let isFolder: boolean;
    try {
      isFolder = (await stat(absolutePath)).isDirectory();
    } catch (cause) {
      // As it was typed: an identity would hide where it was looked for.
      yield { path: argument, error: readingError(cause, argument) };
      return;
    }
    yield* visit(isFolder ? identityPrefix(argument) : identityOfFile(argument), absolutePath);
  }

  for (const argument of paths) yield* visitArgument(argument);
}

async function realOf(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch {
    return resolve(path);
  }
}

/** The error for a failed system call: GY101 where nothing is there, else GY102. */
export function readingError(cause: unknown, path: string): GuiyiError {
  const { code = '', message = String(cause) } = cause as NodeJS.ErrnoException;
  return code === 'ENOENT' || code === 'ENOTDIR'
    ? new GuiyiError(
        'GY101',
        code === 'ENOENT' ? 'nothing is there' : 'a parent is no folder',
        { path },
        { cause },
      )
    : new GuiyiError('GY102', message, { path }, { cause });
}

/** A folder named in the call brings its own `/`, or nothing where it has no name. */
function within(folder: string, name: string): string {
  return folder === '' || folder.endsWith('/') ? folder + name : `${folder}/${name}`;
}
