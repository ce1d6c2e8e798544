import { builtInCodec } from './built-in-codec.ts';
import type { Codec, Flaw } from './codec.ts';

/** Bytes judged at once when looking for a flaw: large enough to be quick, small enough to then go one by one. */
const STRETCH = 4096;

/** GB18030, which GBK and GB 2312 are parts of. */
export const gb18030: Codec = builtInCodec('gb18030', { lengthAt: sequenceAt, firstFlaw });

/** Length of the sequence at `at` by its shape; 0 where no sequence looks so, -1 where the bytes end within it. */
function sequenceAt(bytes: Uint8Array, at: number): number {
  const lead = bytes[at];
  if (lead <= 0x80) return 1;
  if (lead === 0xff) return 0;
  if (at + 1 >= bytes.length) return -1;
  const second = bytes[at + 1];
  if (second >= 0x40 && second !== 0x7f && second !== 0xff) return 2;
  if (second < 0x30 || second > 0x39) return 0;
  if (at + 2 >= bytes.length) return -1;
  if (bytes[at + 2] < 0x81 || bytes[at + 2] === 0xff) return 0;
  if (at + 3 >= bytes.length) return -1;
  return bytes[at + 3] < 0x30 || bytes[at + 3] > 0x39 ? 0 : 4;
}

/** The shape tells most flaws; some four-byte codes look right and mean nothing, which only the decoder knows. */
function firstFlaw(bytes: Uint8Array, decodes: (part: Uint8Array) => boolean): Flaw {
  let from = 0;
  while (from < bytes.length) {
    let to = from;
    let length = 1;
    while (to < bytes.length && to - from < STRETCH) {
      length = sequenceAt(bytes, to);
      if (length <= 0) break;
      to += length;
    }
    if (!decodes(bytes.subarray(from, to))) {
      for (let at = from; at < to; at += sequenceAt(bytes, at)) {
        if (!decodes(bytes.subarray(at, at + sequenceAt(bytes, at)))) return { byte: at, truncated: false };
      }
    }
    if (length <= 0) return { byte: to, truncated: length < 0 };
    from = to;
  }
  throw new RangeError('the decoder refused bytes of which it takes every part');
}
