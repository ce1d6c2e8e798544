import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { GuiyiError } from '../errors/index.ts';
import { type InputFile, readInput, readingError } from '../read/index.ts';

/** Bytes that can be looked into before they are read: a file, or an entry of an archive. */
export interface Blob {
  /** Its identity. */
  readonly path: string;
  /** The first bytes, at most `length`. @throws GuiyiError GY101, GY102 */
  readonly head: (length: number) => Promise<Uint8Array>;
  /** All bytes. @throws GuiyiError GY101, GY102, GY107 */
  readonly bytes: () => Promise<Uint8Array>;
  /** All bytes, a stretch at a time, whatever their number. @throws GuiyiError GY101, GY102 */
  readonly stretches: () => AsyncIterable<Uint8Array>;
}

/** A file of the disk. */
export function fileBlob(input: InputFile, maxBytes: number): Blob {
  const { path, absolutePath } = input;
  return {
    path,
    async head(length) {
      try {
        const handle = await open(absolutePath, 'r');
        try {
          const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, 0);
          return buffer.subarray(0, bytesRead);
        } finally {
          await handle.close();
        }
      } catch (cause) {
        throw readingError(cause, path);
      }
    },
    async bytes() {
      const read = await readInput(input, { maxBytes });
      if ('error' in read) throw read.error;
      return read.bytes;
    },
    async *stretches() {
      try {
        yield* createReadStream(absolutePath, { highWaterMark: 1 << 18 });
      } catch (cause) {
        throw cause instanceof GuiyiError ? cause : readingError(cause, path);
      }
    },
  };
}

/** Bytes in memory. */
export function memoryBlob(path: string, bytes: Uint8Array): Blob {
  return {
    path,
    head: async (length) => bytes.subarray(0, length),
    bytes: async () => bytes,
    async *stretches() {
      yield bytes;
    },
  };
}
