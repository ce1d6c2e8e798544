import type { Encoding } from './codec.ts';

/** A byte order mark at the start of a file: what it says the encoding is, and its length in bytes. */
export interface ByteOrderMark {
  /** `utf-32` is known only so that it can be refused by name. */
  readonly encoding: Encoding | 'utf-32';
  readonly length: number;
}

/** Longer marks first: UTF-32LE's begins with UTF-16LE's. */
const marks: readonly (readonly [ByteOrderMark['encoding'], readonly number[]])[] = [
  ['utf-32', [0xff, 0xfe, 0, 0]],
  ['utf-32', [0, 0, 0xfe, 0xff]],
  ['gb18030', [0x84, 0x31, 0x95, 0x33]],
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/** The byte order mark that the bytes begin with, if any. */
export function byteOrderMarkOf(bytes: Uint8Array): ByteOrderMark | undefined {
  for (const [encoding, mark] of marks) {
    if (mark.every((byte, i) => bytes[i] === byte)) return { encoding, length: mark.length };
  }
  return undefined;
}
