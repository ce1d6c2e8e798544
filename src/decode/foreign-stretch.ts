import type { Dictionaries } from '../dictionary/index.ts';
import type { Codec, Encoding } from './codec.ts';
import { isPairAt, surpriseAt } from './plausibility.ts';
import { type Candidate, rank } from './rank.ts';

/** A stretch of a file that is in another encoding than the rest. */
export interface ForeignStretch {
  readonly encoding: Encoding;
  /** Offset of its first byte. */
  readonly byte: number;
}

/** Between real text and mojibake, in bits of surprise a character. */
const BORDER = 15;

/** Summed bits above {@link BORDER} that make a stretch worth a second look: some thirty strange characters. */
const ALARM = 120;

/** How many bits better another encoding must read the stretch; a list of rare characters is no foreign stretch. */
const MARGIN = 100;

/** Texts are joined at line ends: the first strange character that near behind one belongs to its line. */
const NEAR = 12;

/** Bytes of the stretch that are looked at. */
const LOOK = 512;

/**
 * Looks for a stretch that decodes but as mojibake: GB18030 takes most of what UTF-8 and Big5 have.
 *
 * One pass: the running sum of surprise above {@link BORDER}, never below 0, stays near 0 in real text and
 * climbs in mojibake; the place where the climb began is where the other encoding begins.
 *
 * @param text what `codec` read from `bytes`, loosely where it does not fit
 */
export function foreignStretch(
  bytes: Uint8Array,
  text: string,
  codec: Codec,
  { table, encoding }: Pick<Candidate, 'table' | 'encoding'>,
  dictionaries?: Dictionaries,
): ForeignStretch | undefined {
  let climb = 0;
  let byte = 0;
  let began = 0;
  for (let i = 0; i < text.length; i++) {
    if (text.charCodeAt(i) > 0x7f) {
      const next = climb + surpriseAt(text, i, table) - BORDER;
      if (climb === 0 && next > 0) began = byte;
      climb = Math.max(0, next);
      if (climb > ALARM) {
        const [best, ...others] = rank(bytes.subarray(began, began + LOOK), dictionaries);
        const own = best.encoding === encoding ? best : others.find((other) => other.encoding === encoding);
        if (best.encoding !== encoding && own !== undefined && own.bits - best.bits > MARGIN) {
          return { encoding: best.encoding, byte: lineStartNear(bytes, began) };
        }
        climb = 0;
      }
    }
    byte += codec.lengthAt(bytes, byte) || 1;
    // A pair is one character of the bytes, and so is a letter with its combining mark in Big5.
    if (isPairAt(text, i)) {
      i++;
      if (encoding.startsWith('utf-16')) byte += 2;
    } else if (encoding === 'big5' && (text[i + 1] === '\u0304' || text[i + 1] === '\u030c')) i++;
  }
  return undefined;
}

function lineStartNear(bytes: Uint8Array, byte: number): number {
  for (let i = byte; i > Math.max(0, byte - NEAR); i--)
    if (bytes[i - 1] === 0x0a || bytes[i - 1] === 0x0d) return i;
  return byte;
}
