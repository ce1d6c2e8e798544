import { type FileHandle, open } from 'node:fs/promises';
import { defaultConfig } from '../config/index.ts';
import { GuiyiError } from '../errors/index.ts';
import { type InputFile, type ListOptions, listInputs, type Rejection, readingError } from './list-inputs.ts';

/** A file and its bytes. */
export interface SourceFile extends InputFile {
  readonly bytes: Uint8Array;
}

/** What is read, and how much of it. */
export interface ReadOptions extends ListOptions {
  /** Largest file taken, in bytes; 0 for no limit but memory. */
  readonly maxBytes?: number;
}

/**
 * Reads the files of a call one by one, as {@link listInputs} lists them; nothing is read before it is
 * asked for. A file that can't be used comes as a {@link Rejection} and never ends the reading.
 */
export async function* readInputs(
  paths: readonly string[],
  options: ReadOptions = {},
): AsyncGenerator<SourceFile | Rejection> {
  for await (const input of listInputs(paths, options)) {
    yield 'error' in input ? input : await readInput(input, options);
  }
}

/** Reads one listed file: GY107 where it is larger than allowed, GY101 or GY102 where it can't be read. */
export async function readInput(
  input: InputFile,
  { maxBytes = defaultConfig.maxBytes }: ReadOptions = {},
): Promise<SourceFile | Rejection> {
  const { path, absolutePath } = input;
  let handle: FileHandle | undefined;
  try {
    handle = await open(absolutePath, 'r');
    const { size } = await handle.stat();
    if (maxBytes > 0 && size > maxBytes) {
      return {
        path,
        error: new GuiyiError('GY107', `${size} bytes, where ${maxBytes} are allowed`, { path }),
      };
    }
    return { ...input, bytes: await handle.readFile() };
  } catch (cause) {
    return { path, error: readingError(cause, path) };
  } finally {
    await handle?.close();
  }
}
