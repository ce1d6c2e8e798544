import fs from 'node:fs';
import type { InputFile, Rejection } from '../read/index.ts';
import type { InputDocument, PackedFile } from '../unpack/index.ts';

/** A file that was listed, and its bytes on the disk. */
interface SizedFile extends InputFile {
  readonly size: number;
}

/** What is to be done in order: documents, what may be one, and what can't be used. */
export type Input = SizedFile | PackedFile | InputDocument | Rejection;

/** A listed file with its size; 0 where it is gone, which reading it will tell. */
export function sized(file: InputFile): SizedFile {
  return { ...file, size: fs.statSync(file.absolutePath, { throwIfNoEntry: false })?.size ?? 0 };
}

/** The bytes of an input that count while it is in hand. */
export function bytesOf(input: Input): number {
  if ('size' in input) return input.size;
  if ('bytes' in input) return input.bytes.length;
  return 'source' in input ? input.source.bytes : 0;
}

export async function* asyncOf<Item>(items: Iterable<Item>): AsyncGenerator<Item> {
  yield* items;
}
