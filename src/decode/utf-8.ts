import { builtInCodec } from './built-in-codec.ts';
import type { Codec, Flaw } from './codec.ts';

/** UTF-8 as Unicode defines it: no overlong forms, no surrogates, nothing above U+10FFFF. */
export const utf8: Codec = builtInCodec('utf-8', { lengthAt: sequenceAt, firstFlaw });

/** Length of the well-formed sequence at `at`; 0 where it is ill-formed, -1 where the bytes end within it. */
function sequenceAt(bytes: Uint8Array, at: number): number {
  const lead = bytes[at];
  if (lead < 0x80) return 1;
  const length = lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0;
  if (length === 0) return 0;
  // The second byte has narrower bounds after these leads (Unicode, table 3-7).
  const low = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
  const high = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
  for (let i = 1; i < length; i++) {
    if (at + i >= bytes.length) return -1;
    const byte = bytes[at + i];
    if (i === 1 ? byte < low || byte > high : byte < 0x80 || byte > 0xbf) return 0;
  }
  return length;
}

function firstFlaw(bytes: Uint8Array): Flaw {
  let at = 0;
  while (at < bytes.length) {
    const length = sequenceAt(bytes, at);
    if (length <= 0) return { byte: at, truncated: length < 0 };
    at += length;
  }
  throw new RangeError('the decoder refused bytes that are well-formed UTF-8');
}
