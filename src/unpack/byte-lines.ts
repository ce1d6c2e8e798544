import type { Encoding } from '../decode/index.ts';

/** A line of a file, in bytes. */
export interface ByteLine {
  /** The line with its line end; undefined where it is longer than the limit. */
  readonly bytes: Uint8Array | undefined;
  /** Bytes of the line without its line end. */
  readonly length: number;
  /** Offset of its first byte in the file. */
  readonly offset: number;
  /** From 1. */
  readonly number: number;
}

/** How lines end. */
export interface LineForm {
  readonly encoding: Encoding;
  /** Whether a lone CR ends a line; in JSON Lines it is white space. */
  readonly carriageReturn: boolean;
  /** Longest line kept, in bytes; a longer one is counted and let go. */
  readonly limit: number;
}

const LF = 0x0a;
const CR = 0x0d;

/**
 * Cuts a stream of bytes into lines without decoding it, in bounded memory: a line of any length, at any
 * point, costs at most the limit. (Node's `readline` joins a line to one string and dies of a long one,
 * outside any `try`.) In all encodings but UTF-16 the bytes of LF and CR are never part of another
 * character.
 *
 * @param skip bytes at the beginning that are no text: a byte order mark
 */
export async function* byteLines(
  stretches: AsyncIterable<Uint8Array>,
  form: LineForm,
  skip = 0,
): AsyncGenerator<ByteLine> {
  const find = finderFor(form);
  const pending = new PendingLine(form.limit);
  let offset = skip;
  let skipped = 0;
  let number = 1;
  // A stretch may end within a line end or, in UTF-16, within a character: its tail waits for the next.
  let tail: Uint8Array = new Uint8Array();
  const give = (length: number): ByteLine => {
    const line = { bytes: pending.take(), length, offset, number };
    offset += pending.size;
    number++;
    pending.clear();
    return line;
  };
  for await (const whole of stretches) {
    const stretch = skipped < skip ? whole.subarray(skip - skipped) : whole;
    skipped += whole.length - stretch.length;
    const bytes = tail.length === 0 ? stretch : Buffer.concat([tail, stretch]);
    let from = 0;
    for (;;) {
      const end = find(bytes, from);
      if (end.next > bytes.length || end.next < 0) {
        const keep =
          end.next < 0 ? (form.encoding.startsWith('utf-16') ? bytes.length & ~1 : bytes.length) : end.at;
        pending.add(bytes.subarray(from, keep));
        tail = Uint8Array.from(bytes.subarray(keep));
        break;
      }
      pending.add(bytes.subarray(from, end.next));
      yield give(pending.size - (end.next - end.at));
      from = end.next;
    }
  }
  pending.add(tail);
  const ended = find(tail, 0);
  if (pending.size > 0) yield give(pending.size - (ended.next < 0 ? 0 : tail.length - ended.at));
}

/** The parts of a line so far, let go once they are too many. */
class PendingLine {
  readonly #limit: number;
  #parts: Uint8Array[] = [];
  size = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  add(part: Uint8Array): void {
    if (part.length === 0) return;
    this.size += part.length;
    if (this.size > this.#limit) this.#parts = [];
    else this.#parts.push(part);
  }

  take(): Uint8Array | undefined {
    if (this.size > this.#limit) return undefined;
    return this.#parts.length === 1 ? this.#parts[0] : Buffer.concat(this.#parts);
  }

  clear(): void {
    this.#parts = [];
    this.size = 0;
  }
}

/** Where a line ends: its end begins at `at`, the next line at `next`; -1 where no end is found. */
interface LineEnd {
  readonly at: number;
  /** Beyond the bytes where what follows must be seen first: a CR may be half of CR LF. */
  readonly next: number;
}

const NONE: LineEnd = { at: -1, next: -1 };

function finderFor({ encoding, carriageReturn }: LineForm): (bytes: Uint8Array, from: number) => LineEnd {
  if (encoding.startsWith('utf-16')) return wideFinder(encoding === 'utf-16le' ? 0 : 1, carriageReturn);
  // Where lines end with CR alone, the next LF is far: it is looked for once, not once a line.
  let searched: Uint8Array | undefined;
  let lf = -1;
  return (bytes, from) => {
    if (bytes !== searched || (lf >= 0 && lf < from)) lf = bytes.indexOf(LF, from);
    searched = bytes;
    if (!carriageReturn) return lf < 0 ? NONE : { at: lf, next: lf + 1 };
    const before = lf < 0 ? bytes : bytes.subarray(0, lf);
    const cr = before.indexOf(CR, from);
    if (cr < 0) return lf < 0 ? NONE : { at: lf, next: lf + 1 };
    return { at: cr, next: cr + 1 === bytes.length ? cr + 2 : bytes[cr + 1] === LF ? cr + 2 : cr + 1 };
  };
}

/** For two-byte units of which the byte at `low` is the lower one. */
function wideFinder(low: 0 | 1, carriageReturn: boolean): (bytes: Uint8Array, from: number) => LineEnd {
  const unitAt = (bytes: Uint8Array, at: number) => bytes[at + low] | (bytes[at + 1 - low] << 8);
  return (bytes, from) => {
    for (let at = from; at + 2 <= bytes.length; at += 2) {
      const unit = unitAt(bytes, at);
      if (unit === LF) return { at, next: at + 2 };
      if (unit !== CR || !carriageReturn) continue;
      if (at + 4 > bytes.length) return { at, next: at + 4 };
      return { at, next: unitAt(bytes, at + 2) === LF ? at + 4 : at + 2 };
    }
    return NONE;
  };
}
