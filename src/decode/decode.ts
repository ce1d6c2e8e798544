import type { Config } from '../config/index.ts';
import type { Dictionaries } from '../dictionary/index.ts';
import { GuiyiError } from '../errors/index.ts';
import { type ByteOrderMark, byteOrderMarkOf } from './byte-order-mark.ts';
import type { Encoding, Flaw } from './codec.ts';
import { codecOf } from './codecs.ts';
import { foreignStretch } from './foreign-stretch.ts';
import { type Candidate, rank, sampleOf } from './rank.ts';
import { signatureOf } from './signature.ts';

/** What `decode` can be told. */
export interface DecodeOptions {
  /** The encoding to take instead of detecting one. */
  readonly encoding?: Config['encoding'];
  readonly dictionaries?: Dictionaries;
  /** For errors: where the bytes came from. */
  readonly path?: string;
}

/** A file's text and how it was read. */
export interface Decoded {
  /** The text, without the byte order mark. */
  readonly text: string;
  readonly encoding: Encoding;
  /** How sure the encoding is, in (0, 1]; 1 where it was asked for or a byte order mark tells it. */
  readonly confidence: number;
  /** In words: what decided. */
  readonly evidence: string;
  /** Length in bytes of the byte order mark that was taken off; 0 where there was none. */
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
 * Turns bytes into text: strictly, in the encoding asked for, told by a byte order mark, or detected.
 *
 * Never guesses in silence. Line ends, NULs inside UTF-16 and lone surrogates stay as they are.
 *
 * @throws GuiyiError GY103 where there is no text, GY104 where it is another kind of file, GY201 where the
 * bytes fit no encoding, GY202 where they don't fit the one asked for, GY203 where two encodings are about
 * equally likely, GY204 where the file mixes encodings, GY205 where it ends within a character; each with
 * the byte offset where there is one
 */
export function decode(bytes: Uint8Array, options: DecodeOptions = {}): Decoded {
  const { encoding = 'auto', path } = options;
  const place = path === undefined ? {} : { path };
  const mark = byteOrderMarkOf(bytes);
  if (bytes.length - (mark?.length ?? 0) === 0) throw new GuiyiError('GY103', 'it has no text', place);
  if (encoding !== 'auto') return decodeAs(encoding, bytes, mark, options);
  if (mark !== undefined) return decodeMarked(bytes, mark, options);
  const kind = signatureOf(bytes);
  if (kind !== undefined) throw new GuiyiError('GY104', `it is ${kind}`, { ...place, byte: 0 });
  return decodeDetected(bytes, options);
}

function decodeAs(
  encoding: Encoding,
  bytes: Uint8Array,
  mark: ByteOrderMark | undefined,
  { path, dictionaries }: DecodeOptions,
): Decoded {
  const place = path === undefined ? {} : { path };
  if (mark !== undefined && mark.encoding !== encoding) {
    throw new GuiyiError('GY202', `it begins with the byte order mark of ${mark.encoding}, not ${encoding}`, {
      ...place,
      byte: 0,
    });
  }
  const bom = mark?.length ?? 0;
  const read = codecOf(encoding, dictionaries).readStrictly(bytes.subarray(bom));
  if (typeof read !== 'string') {
    throw new GuiyiError('GY202', `${wordsFor(read)} in ${encoding}`, { ...place, byte: bom + read.byte });
  }
  return { text: read, encoding, confidence: 1, evidence: 'asked for', bom };
}

function decodeMarked(bytes: Uint8Array, mark: ByteOrderMark, options: DecodeOptions): Decoded {
  const { encoding, length: bom } = mark;
  if (encoding === 'utf-32') {
    const place = options.path === undefined ? {} : { path: options.path };
    throw new GuiyiError('GY201', 'it is UTF-32, by its byte order mark', { ...place, byte: 0 });
  }
  const read = codecOf(encoding, options.dictionaries).readStrictly(bytes.subarray(bom));
  if (typeof read !== 'string') throw explained(bytes, bom, encoding, read, options);
  return { text: read, encoding, confidence: 1, evidence: 'byte order mark', bom };
}

function decodeDetected(bytes: Uint8Array, options: DecodeOptions): Decoded {
  const { path, dictionaries } = options;
  const place = path === undefined ? {} : { path };
  const sample = sampleOf(bytes);
  const ranked = rank(sample, dictionaries);
  const [best, rival] = ranked;
  const { encoding, confidence } = best;
  if (!encoding.startsWith('utf-16')) {
    const nul = bytes.indexOf(0);
    if (nul >= 0) throw new GuiyiError('GY104', 'it contains NUL bytes', { ...place, byte: nul });
  }
  const read = codecOf(encoding, dictionaries).readStrictly(bytes);
  // The double-byte encodings take almost any bytes; only UTF-8 proves itself by its form.
  const proven = encoding === 'utf-8' && typeof read === 'string';
  const mixture = proven ? undefined : mixtureError(bytes, sample, best, options);
  if (mixture !== undefined) throw mixture;
  if (!proven && best.bitsPerTelling > MOST_BITS_PER_TELLING && best.telling > 3) {
    throw new GuiyiError(
      'GY201',
      `even the likeliest, ${encoding}, reads it as characters that no Chinese document has`,
      { ...place, byte: typeof read === 'string' ? firstTelling(bytes) : read.byte },
    );
  }
  if (typeof read !== 'string') throw explained(bytes, 0, encoding, read, options);
  if (confidence < LEAST_CONFIDENCE) {
    throw new GuiyiError(
      'GY203',
      `${encoding} (${percent(confidence)}) or ${rival.encoding} (${percent(rival.confidence)})`,
      { ...place, byte: firstTelling(bytes) },
    );
  }
  return { text: read, encoding, confidence, evidence: evidenceOf(best, rival), bom: 0 };
}

/** Bytes, from the first that is not ASCII on, that tell in which encoding a file begins. */
const HEAD = 96;

/** The error for a file that begins in one encoding and goes on in another; see {@link foreignStretch}. */
function mixtureError(
  bytes: Uint8Array,
  sample: Uint8Array,
  best: Candidate,
  { path, dictionaries }: DecodeOptions,
): GuiyiError | undefined {
  const first = firstTelling(sample) & ~1;
  const [head] = rank(sample.subarray(first, first + HEAD), dictionaries);
  const starts = head.encoding === best.encoding || head.confidence < CERTAIN ? [best] : [head, best];
  for (const { encoding, table } of starts) {
    const codec = codecOf(encoding, dictionaries);
    const foreign = foreignStretch(bytes, codec.readLoosely(bytes), codec, { encoding, table }, dictionaries);
    if (foreign === undefined || foreign.byte <= firstTelling(bytes)) continue;
    return new GuiyiError('GY204', `${encoding} up to here, then ${foreign.encoding}`, {
      ...(path === undefined ? {} : { path }),
      byte: foreign.byte,
    });
  }
  return undefined;
}

/** The error for bytes that break their own encoding: cut off, mixed with another, or damaged. */
function explained(
  bytes: Uint8Array,
  bom: number,
  encoding: Encoding,
  flaw: Flaw,
  { path, dictionaries }: DecodeOptions,
): GuiyiError {
  const byte = bom + flaw.byte;
  const place = path === undefined ? { byte } : { path, byte };
  if (flaw.truncated) return new GuiyiError('GY205', `${encoding}, ${wordsFor(flaw)}`, place);
  // What follows tells mixed from damaged: after damage the same encoding goes on.
  const [next] = rank(sampleOf(bytes.subarray(byte, byte + 4096)), dictionaries);
  if (next.encoding !== encoding && next.telling > 3 && next.bitsPerTelling < MOST_BITS_PER_TELLING) {
    return new GuiyiError('GY204', `${encoding} up to here, then ${next.encoding}`, place);
  }
  return new GuiyiError('GY201', `${wordsFor(flaw)} in ${encoding}, which the rest seems to be`, place);
}

function wordsFor(flaw: Flaw): string {
  return flaw.truncated ? 'the last character is cut off' : 'this byte begins no character';
}

const percent = (share: number) => `${(share * 100).toFixed(1)} %`;

function firstTelling(bytes: Uint8Array): number {
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
