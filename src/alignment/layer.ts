import { assertEdits, type Edit } from './edit.ts';

/** A plain range in the coordinates of one side of a layer, UTF-16 units. */
interface Range {
  readonly start: number;
  readonly end: number;
}

/**
 * What one step did: the text before, its edits, the text after, and the mapping between the two.
 *
 * Mapping works on characters: an untouched character maps to itself, a character inside an edit maps to
 * the whole edit (half of a converted phrase has no meaningful half on the other side), and a span maps to
 * the hull of its characters. From that, inclusion and order hold by construction.
 */
export class Layer {
  readonly stage: string;
  readonly before: string;
  readonly after: string;
  readonly edits: readonly Edit[];
  /** Per edit: its start and end in `before`, then in `after` (UTF-16 units). Columns, for binary search. */
  readonly #beforeStart: Uint32Array;
  readonly #beforeEnd: Uint32Array;
  readonly #afterStart: Uint32Array;
  readonly #afterEnd: Uint32Array;

  /**
   * @param stage the step's name, for the record's `causes`
   * @param before the text that the step saw
   * @param edits sorted and disjoint, in UTF-16 units of `before`
   * @throws RangeError where the edits break the rules of {@link assertEdits}
   */
  constructor(stage: string, before: string, edits: readonly Edit[]) {
    assertEdits(before, edits);
    this.stage = stage;
    this.before = before;
    this.edits = edits;
    const count = edits.length;
    this.#beforeStart = new Uint32Array(count);
    this.#beforeEnd = new Uint32Array(count);
    this.#afterStart = new Uint32Array(count);
    this.#afterEnd = new Uint32Array(count);
    const parts: string[] = [];
    let copied = 0;
    let shift = 0;
    for (let i = 0; i < count; i++) {
      const { from, to, insert } = edits[i];
      this.#beforeStart[i] = from;
      this.#beforeEnd[i] = to;
      this.#afterStart[i] = from + shift;
      this.#afterEnd[i] = from + shift + insert.length;
      parts.push(before.slice(copied, from), insert);
      copied = to;
      shift += insert.length - (to - from);
    }
    parts.push(before.slice(copied));
    // Joined, not added up: a joined string is one run of units, which every later scan reads faster than a rope.
    this.after = parts.join('');
  }

  /** The edit's range in `after`, UTF-16 units. */
  afterRange(edit: number): Range {
    return { start: this.#afterStart[edit], end: this.#afterEnd[edit] };
  }

  /** Maps a range of `after` to the range of `before` that it came from. */
  toBefore(range: Range): Range {
    return mapRange(range, this.#afterStart, this.#afterEnd, this.#beforeStart, this.#beforeEnd);
  }

  /** Where in `before` the character of `after` at `at` came from begins. */
  startBefore(at: number): number {
    return this.#charStart(firstEndingAfter(this.#afterEnd, at), at);
  }

  /** Where in `before` the character of `after` at `at` came from ends. */
  endBefore(at: number): number {
    return this.#charEnd(firstEndingAfter(this.#afterEnd, at), at);
  }

  /** Maps a range of `before` to the range of `after` that it became; empty only where all of it was deleted. */
  toAfter(range: Range): Range {
    return mapRange(range, this.#beforeStart, this.#beforeEnd, this.#afterStart, this.#afterEnd);
  }

  /**
   * {@link toBefore} for many ranges at once, in place: one sweep instead of a search a range.
   *
   * `starts` and `ends` are columns of non-empty ranges, each column ascending (equal values allowed, as
   * ranges that share an edit of a later layer have them).
   */
  toBeforeColumns(starts: Uint32Array, ends: Uint32Array): void {
    const ending = this.#afterEnd;
    const { length } = ending;
    if (length === 0) return;
    let first = 0;
    let last = 0;
    for (let i = 0; i < starts.length; i++) {
      const start = starts[i];
      const final = ends[i] - 1;
      while (first < length && ending[first] <= start) first++;
      while (last < length && ending[last] <= final) last++;
      starts[i] = this.#charStart(first, start);
      ends[i] = this.#charEnd(last, final);
    }
  }

  #charStart(edit: number, at: number): number {
    if (edit < this.edits.length && this.#afterStart[edit] <= at) return this.#beforeStart[edit];
    return edit === 0 ? at : at - this.#afterEnd[edit - 1] + this.#beforeEnd[edit - 1];
  }

  #charEnd(edit: number, at: number): number {
    if (edit < this.edits.length && this.#afterStart[edit] <= at) return this.#beforeEnd[edit];
    return (edit === 0 ? at : at - this.#afterEnd[edit - 1] + this.#beforeEnd[edit - 1]) + 1;
  }
}

/** The first edit whose end lies beyond `at`: the one that holds the character at `at`, if any does. */
function firstEndingAfter(ends: Uint32Array, at: number): number {
  let low = 0;
  let high = ends.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (ends[middle] <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}

function mapRange(
  range: Range,
  fromStart: Uint32Array,
  fromEnd: Uint32Array,
  toStart: Uint32Array,
  toEnd: Uint32Array,
): Range {
  const shifted = (edit: number, at: number) => (edit === 0 ? at : at - fromEnd[edit - 1] + toEnd[edit - 1]);
  const first = firstEndingAfter(fromEnd, range.start);
  const inFirst = first < fromStart.length && fromStart[first] <= range.start;
  if (range.start === range.end) {
    // A point strictly inside an edit goes to the edit's start; at an edge it stays at that edge.
    const point = inFirst ? toStart[first] : shifted(first, range.start);
    return { start: point, end: point };
  }
  const start = inFirst ? toStart[first] : shifted(first, range.start);
  const last = range.end - 1;
  const final = firstEndingAfter(fromEnd, last);
  const inFinal = final < fromStart.length && fromStart[final] <= last;
  return { start, end: inFinal ? toEnd[final] : shifted(final, last) + 1 };
}
