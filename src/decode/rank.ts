import type { Dictionaries } from '../dictionary/index.ts';
import type { Encoding } from './codec.ts';
import { codecOf, encodings } from './codecs.ts';
import { type Plausibility, plausibilityOf } from './plausibility.ts';

/** One encoding's reading of some bytes, and how likely it is the right one. */
export interface Candidate extends Plausibility {
  readonly encoding: Encoding;
  /** Probability among all candidates, in (0, 1). */
  readonly confidence: number;
}

/** Bits by which an encoding is rarer than UTF-8 among the files that people have. */
const PRIOR_BITS: Readonly<Record<Encoding, number>> = {
  'utf-8': 0,
  gb18030: 2,
  big5: 3,
  'utf-16le': 6,
  'utf-16be': 8,
};

/**
 * Neighbouring characters are no independent witnesses: words repeat them. So the evidence in bits counts
 * for this part only, which keeps the confidence of short texts honest.
 */
const INDEPENDENCE = 0.5;

/**
 * Reads bytes in every encoding and ranks the readings, the likeliest first.
 *
 * Every reading explains the same bytes, so their surprises in bits compare as they stand: the encoding that
 * was meant gives common characters, any other gives rare ones, or none.
 */
export function rank(bytes: Uint8Array, dictionaries?: Dictionaries): Candidate[] {
  const readings = encodings.map((encoding) => {
    const judged = plausibilityOf(codecOf(encoding, dictionaries).readLoosely(bytes), dictionaries);
    return { ...judged, encoding, total: judged.bits + PRIOR_BITS[encoding] };
  });
  readings.sort((a, b) => a.total - b.total);
  const weights = readings.map(({ total }) => 2 ** ((readings[0].total - total) * INDEPENDENCE));
  // Readings that are the same text are no rivals: pure ASCII is the same in three encodings.
  const same = (i: number) => readings[0].telling === 0 && readings[i].telling === 0;
  const sum = weights.reduce((total, weight, i) => (i > 0 && same(i) ? total : total + weight), 0);
  return readings.map(({ total: _, ...reading }, i) => ({ ...reading, confidence: weights[i] / sum }));
}

/** Bytes that are enough to judge by. */
const SAMPLE = 16_384;

/**
 * The part of a file that tells its encoding: from the first byte that is not ASCII on. It begins at a
 * character in every encoding: at an even offset, after ASCII.
 */
export function sampleOf(bytes: Uint8Array): Uint8Array {
  if (bytes.length <= SAMPLE) return bytes;
  let from = 0;
  while (from < bytes.length && bytes[from] < 0x80 && bytes[from] !== 0) from++;
  from &= ~1;
  return bytes.subarray(from, from + SAMPLE);
}
