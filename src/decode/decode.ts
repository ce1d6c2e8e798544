import { type ErrorPlace, GuiyiError } from '../errors/index.ts';
import type { Encoding, Flaw } from './codec.ts';
import { codecOf } from './codecs.ts';
import {
  CERTAIN,
  type DecodeOptions,
  type Detected,
  firstTelling,
  implausibleError,
  isImplausible,
  isMostlyUtf8,
  provenUtf8,
  settle,
  toldEncoding,
} from './detect.ts';
import { foreignStretch } from './foreign-stretch.ts';
import { plausibilityOf } from './plausibility.ts';
import { type Candidate, rank, sampleOf } from './rank.ts';
import { signatureOf } from './signature.ts';
import { utf8 } from './utf-8.ts';

/** A file's text and how it was read. */
export interface Decoded extends Detected {
  /** The text, without the byte order mark. */
  readonly text: string;
}

/** Where a part of a file lies in it. */
export interface PartPlace {
  /** Offset of the part's first byte in the file. */
  readonly offset?: number;
  /** Number of its first line, from 1. */
  readonly line?: number;
}

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
  const { path, dictionaries } = options;
  const place = path === undefined ? {} : { path };
  const kind = signatureOf(bytes);
  if (kind !== undefined) throw new GuiyiError('GY104', `it is ${kind}`, { ...place, byte: 0 });
  const told = toldEncoding(bytes, options);
  if (bytes.length - (told?.bom ?? 0) === 0) throw new GuiyiError('GY103', 'it has no text', place);
  if (told !== undefined)
    return { ...told, text: decodePart(bytes.subarray(told.bom), told, { ...options, offset: told.bom }) };
  const asUtf8 = utf8.readStrictly(bytes);
  const plain = typeof asUtf8 === 'string' && !asUtf8.includes('\0') ? provenUtf8(asUtf8) : undefined;
  if (plain !== undefined) return { ...plain, text: asUtf8 as string };
  const sample = sampleOf(bytes);
  const ranked = rank(sample, dictionaries);
  const [best] = ranked;
  const nul = bytes.indexOf(0);
  if (nul >= 0 && (!best.encoding.startsWith('utf-16') || isImplausible(best))) {
    throw new GuiyiError('GY104', 'it contains NUL bytes', { ...place, byte: nul });
  }
  const read = codecOf(best.encoding, dictionaries).readStrictly(bytes);
  // The double-byte encodings take almost any bytes; only UTF-8 proves itself by its form.
  const proven = best.encoding === 'utf-8' && typeof read === 'string';
  const mixture = proven ? undefined : mixtureError(bytes, sample, best, options);
  if (mixture !== undefined) throw mixture;
  if (!proven && isImplausible(best)) {
    if (typeof asUtf8 !== 'string' && isMostlyUtf8(bytes)) throw explained(bytes, 'utf-8', asUtf8, options);
    throw implausibleError(best, bytes, options);
  }
  if (typeof read !== 'string') throw explained(bytes, best.encoding, read, options);
  return { ...settle(ranked, bytes, options), text: read };
}

/**
 * Decodes a part of a file whose encoding is known: a line, a row, what follows a byte order mark.
 *
 * @throws GuiyiError as {@link decode} does; GY202 only where the encoding was asked for
 */
export function decodePart(
  bytes: Uint8Array,
  { encoding }: Pick<Detected, 'encoding'>,
  options: DecodeOptions & PartPlace = {},
): string {
  const read = codecOf(encoding, options.dictionaries).readStrictly(bytes);
  const detected = options.encoding === undefined || options.encoding === 'auto';
  if (typeof read === 'string') {
    if (detected && (encoding === 'gb18030' || encoding === 'big5'))
      assertNotForeign(bytes, read, encoding, options);
    return read;
  }
  if (detected) throw explained(bytes, encoding, read, options);
  throw new GuiyiError('GY202', `${wordsFor(read)} in ${encoding}`, placeOf(read, options));
}

/** Characters beyond ASCII that tell a part in another encoding from one with rare characters. */
const TELLING = 8;

/** GY204 for a part that the double-byte encodings take but another one reads far better. */
function assertNotForeign(
  bytes: Uint8Array,
  text: string,
  encoding: Encoding,
  options: DecodeOptions & PartPlace,
): void {
  const { telling, bitsPerTelling } = plausibilityOf(text, options.dictionaries);
  if (telling < TELLING || !isImplausible({ telling, bitsPerTelling })) return;
  const [best] = rank(bytes, options.dictionaries);
  if (best.encoding === encoding || isImplausible(best)) return;
  throw foreignError(best.encoding, encoding, { byte: firstTelling(bytes), truncated: false }, options);
}

function foreignError(
  here: Encoding,
  elsewhere: Encoding,
  flaw: Flaw,
  options: DecodeOptions & PartPlace,
): GuiyiError {
  return new GuiyiError('GY204', `${here} here, ${elsewhere} elsewhere`, placeOf(flaw, options));
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
  encoding: Encoding,
  flaw: Flaw,
  options: DecodeOptions & PartPlace,
): GuiyiError {
  const place = placeOf(flaw, options);
  if (flaw.truncated) {
    // A line in another encoding may only seem cut off.
    const [best] = rank(bytes.subarray(0, 4096), options.dictionaries);
    if (best.encoding !== encoding && best.telling >= TELLING && !isImplausible(best)) {
      const byte = firstTelling(bytes);
      return foreignError(best.encoding, encoding, { ...flaw, byte }, options);
    }
    return new GuiyiError('GY205', `${encoding}, ${wordsFor(flaw)}`, place);
  }
  // What follows tells mixed from damaged: after damage the same encoding goes on.
  const lineEnd = bytes.indexOf(0x0a, flaw.byte);
  const end = Math.min(lineEnd === -1 ? bytes.length : lineEnd, flaw.byte + 4096);
  const [next] = rank(bytes.subarray(flaw.byte, end), options.dictionaries);
  if (
    next.encoding !== encoding &&
    (next.telling > 3 || (next.telling > 1 && next.confidence >= CERTAIN)) &&
    !isImplausible(next)
  ) {
    return new GuiyiError('GY204', `${encoding} up to here, then ${next.encoding}`, place);
  }
  return new GuiyiError('GY201', `${wordsFor(flaw)} in ${encoding}, which the rest seems to be`, place);
}

function placeOf({ byte }: Flaw, { path, line, offset = 0 }: DecodeOptions & PartPlace): ErrorPlace {
  return {
    byte: offset + byte,
    ...(path === undefined ? {} : { path }),
    ...(line === undefined ? {} : { line }),
  };
}

function wordsFor(flaw: Flaw): string {
  return flaw.truncated ? 'the last character is cut off' : 'this byte begins no character';
}
