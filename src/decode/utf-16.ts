import type { Codec } from './codec.ts';

/**
 * UTF-16 of either byte order. Lone surrogates are kept, as later steps handle them and the text must stay
 * what the file has; so the only flaw is an odd number of bytes.
 */
function utf16(swap: boolean): Codec {
  const read = (bytes: Uint8Array) => {
    const whole = bytes.subarray(0, bytes.length & ~1);
    const buffer = swap
      ? Buffer.from(whole).swap16()
      : Buffer.from(whole.buffer, whole.byteOffset, whole.length);
    return buffer.toString('utf16le');
  };
  return {
    readLoosely: read,
    readStrictly: (bytes) =>
      bytes.length % 2 === 1 ? { byte: bytes.length - 1, truncated: true } : read(bytes),
    lengthAt: (bytes, at) => (at + 2 <= bytes.length ? 2 : 0),
  };
}

export const utf16le = utf16(false);
export const utf16be = utf16(true);
