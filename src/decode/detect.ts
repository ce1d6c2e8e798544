import type { Config } from '../config/index.ts';
import type { Dictionaries } from '../dictionary/index.ts';
import { GuiyiError } from '../errors/index.ts';
import { byteOrderMarkOf } from './byte-order-mark.ts';
import type { Encoding } from './codec.ts';
import { type Candidate, rank, sampleOf } from './rank.ts';
import { utf8 } from './utf-8.ts';

/** What `decode` and `detect` can be told. */
export interface DecodeOptions {
  /** The encoding to take instead of detecting one. */
  readonly encoding?: Config['encoding'];
  readonly dictionaries?: Dictionaries;
  /** For errors: where the bytes came from. */
  readonly path?: string;
}

/** An encoding and how it was told. */
export interface Detected {
  readonly encoding: Encoding;
  /** How sure the encoding is, in (0, 1]; 1 where it was asked for or a byte order mark tells it. */
  readonly confidence: number;
  /** In words: what decided. */
  readonly evidence: string;
  /** Length in bytes of the byte order mark, which is no text; 0 where there is none. */
  readonly bom: number;
}

/** Below this confidence nothing is decoded: the reading would be a guess. */
const LEAST_CONFIDENCE = 0.75;

/** From this confidence on there is nothing to report. */
export const CERTAIN = 0.99;

/**
 * A reading with more bits of surprise a telling character is no Chinese text. Real ones lie near 10, the
 * readings of a wrong encoding near 20.
 */
const MOST_BITS_PER_TELLING = 16.5;

/**
 * Tells the encoding of a long file from its beginning, which may end anywhere, within a character too.
 *
 * @throws GuiyiError GY201, GY202 or GY203, as `decode` does
 */
export function detect(beginning: Uint8Array, options: DecodeOptions = {}): Detected {
  const told = toldEncoding(beginning, options);
  if (told !== undefined) return told;
  const read = utf8.readStrictly(beginning);
  const whole =
    typeof read === 'string' || !read.truncated ? read : utf8.readStrictly(beginning.subarray(0, read.byte));
  const plain = typeof whole === 'string' ? provenUtf8(whole) : undefined;
  if (plain !== undefined) return plain;
  if (typeof whole !== 'string') {
    const mostly = mostlyUtf8(beginning);
    if (mostly !== undefined) return mostly;
  }
  const ranked = rank(sampleOf(beginning), options.dictionaries);
  const [best] = ranked;
  const proven = best.encoding === 'utf-8' && typeof whole === 'string';
  if (!proven && isImplausible(best)) throw implausibleError(best, beginning, options);
  return settle(ranked, beginning, options);
}

/** Characters beyond ASCII that make valid UTF-8 a proof: by chance, no other encoding's bytes keep its form so long. */
const PROOF = 16;
const LONG_ASCII = 64;
const PROVEN = 'well-formed UTF-8';

/**
 * UTF-8 that needs no ranking: the text that it gave has characters enough to prove it, or is plain ASCII and
 * not so short that its pairs could all be Chinese characters in UTF-16.
 */
export function provenUtf8(text: string): Detected | undefined {
  let telling = 0;
  let controls = 0;
  for (let i = 0; i < text.length && telling < PROOF; i++) {
    const unit = text.charCodeAt(i);
    if (unit > 0x7e) telling++;
    else if (unit < 0x20 && unit !== 0x09 && unit !== 0x0a && unit !== 0x0d) controls++;
  }
  // UTF-16 has two bytes a character.
  const plain = telling + controls === 0 && (text.length >= LONG_ASCII || text.length % 2 === 1);
  const evidence = telling >= PROOF ? PROVEN : plain ? 'ASCII only' : undefined;
  return evidence === undefined ? undefined : { encoding: 'utf-8', confidence: 1, evidence, bom: 0 };
}

/** UTF-8 that single lines break: most of the lines that are not ASCII prove it. The broken ones fail when they come. */
function mostlyUtf8(beginning: Uint8Array): Detected | undefined {
  let proven = 0;
  let telling = 0;
  for (let from = 0; from < beginning.length; ) {
    const end = beginning.indexOf(0x0a, from);
    const line = beginning.subarray(from, end < 0 ? beginning.length : end);
    const read = utf8.readStrictly(line);
    if (typeof read !== 'string' || firstTelling(line) > 0 || line[0] > 0x7f) telling++;
    if (typeof read === 'string' && provenUtf8(read)?.evidence === PROVEN) proven++;
    from += line.length + 1;
  }
  if (proven < 1 || proven * 2 < telling) return undefined;
  const evidence = `${proven} of ${telling} lines are well-formed UTF-8`;
  return { encoding: 'utf-8', confidence: proven / telling, evidence, bom: 0 };
}

/** True for lines of UTF-8 with some of another encoding among them. */
export const isMostlyUtf8 = (bytes: Uint8Array) => mostlyUtf8(bytes) !== undefined;

/** The encoding that was asked for or that a byte order mark tells, if either did. */
export function toldEncoding(
  bytes: Uint8Array,
  { encoding = 'auto', path }: DecodeOptions,
): Detected | undefined {
  const place = path === undefined ? { byte: 0 } : { path, byte: 0 };
  const mark = byteOrderMarkOf(bytes);
  if (encoding !== 'auto') {
    if (mark !== undefined && mark.encoding !== encoding) {
      throw new GuiyiError(
        'GY202',
        `it begins with the byte order mark of ${mark.encoding}, not ${encoding}`,
        place,
      );
    }
    return { encoding, confidence: 1, evidence: 'asked for', bom: mark?.length ?? 0 };
  }
  if (mark === undefined) return undefined;
  if (mark.encoding === 'utf-32')
    throw new GuiyiError('GY201', 'it is UTF-32, by its byte order mark', place);
  return { encoding: mark.encoding, confidence: 1, evidence: 'byte order mark', bom: mark.length };
}

/** Bits beyond the bound that it takes to call a reading no text: a short text may well be of rare characters. */
const LEAST_SURPLUS = 20;

/** True for a reading that is no Chinese text. */
export function isImplausible({
  bitsPerTelling,
  telling,
}: Pick<Candidate, 'bitsPerTelling' | 'telling'>): boolean {
  return (bitsPerTelling - MOST_BITS_PER_TELLING) * telling > LEAST_SURPLUS;
}

/** GY201 for bytes that no encoding reads as Chinese text. */
export function implausibleError(best: Candidate, bytes: Uint8Array, { path }: DecodeOptions): GuiyiError {
  return new GuiyiError(
    'GY201',
    `even the likeliest, ${best.encoding}, reads it as characters that no Chinese document has`,
    { ...(path === undefined ? {} : { path }), byte: firstTelling(bytes) },
  );
}

/** The likeliest encoding. @throws GuiyiError GY203 where the next one is about as likely */
export function settle(
  [best, rival]: readonly Candidate[],
  bytes: Uint8Array,
  { path }: DecodeOptions,
): Detected {
  const { encoding, confidence } = best;
  if (confidence < LEAST_CONFIDENCE) {
    throw new GuiyiError(
      'GY203',
      `${encoding} (${percent(confidence)}) or ${rival.encoding} (${percent(rival.confidence)})`,
      { ...(path === undefined ? {} : { path }), byte: firstTelling(bytes) },
    );
  }
  return { encoding, confidence, evidence: evidenceOf(best, rival), bom: 0 };
}

const percent = (share: number) => `${(share * 100).toFixed(1)} %`;

/** Offset of the first byte that is not ASCII; 0 where all are. */
export function firstTelling(bytes: Uint8Array): number {
  return Math.max(
    0,
    bytes.findIndex((byte) => byte > 0x7f),
  );
}

function evidenceOf(best: Candidate, rival: Candidate): string {
  if (best.telling === 0) return 'ASCII only';
  const bits = ({ bitsPerTelling }: Candidate) => bitsPerTelling.toFixed(1);
  return (
    `${best.telling} characters beyond ASCII cost ${bits(best)} bits each, ` +
    `read as ${rival.encoding} ${bits(rival)}`
  );
}
