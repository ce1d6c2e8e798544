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
  /** Of each edit its start and end in `before` and in `after`, at {@link BEFORE} and {@link AFTER} (UTF-16 units). One array: most layers are small, and an array is dear. */
  readonly #places: Uint32Array;

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
    const places = new Uint32Array(count * PLACES);
    this.#places = places;
    const parts: string[] = [];
    let copied = 0;
    let shift = 0;
    for (let i = 0; i < count; i++) {
      const { from, to, insert } = edits[i];
      places[i * PLACES + BEFORE] = from;
      places[i * PLACES + BEFORE + 1] = to;
      places[i * PLACES + AFTER] = from + shift;
      places[i * PLACES + AFTER + 1] = from + shift + insert.length;
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
    return { start: this.#places[edit * PLACES + AFTER], end: this.#places[edit * PLACES + AFTER + 1] };
  }

  /** Maps a range of `after` to the range of `before` that it came from. */
  toBefore(range: Range): Range {
    return mapRange(range, this.#places, AFTER, BEFORE);
  }

  /** Where in `before` the character of `after` at `at` came from begins. */
  startBefore(at: number): number {
    return this.#charStart(firstEndingAfter(this.#places, AFTER, at), at);
  }

  /** Where in `before` the character of `after` at `at` came from ends. */
  endBefore(at: number): number {
    return this.#charEnd(firstEndingAfter(this.#places, AFTER, at), at);
  }

  /** Maps a range of `before` to the range of `after` that it became; empty only where all of it was deleted. */
  toAfter(range: Range): Range {
    return mapRange(range, this.#places, BEFORE, AFTER);
  }

  /**
   * {@link toBefore} for many ranges at once, in place: one sweep instead of a search a range.
   *
   * `starts` and `ends` are columns of non-empty ranges, each column ascending (equal values allowed, as
   * ranges that share an edit of a later layer have them).
   */
  toBeforeColumns(starts: Uint32Array, ends: Uint32Array): void {
    const places = this.#places;
    const { length } = this.edits;
    if (length === 0) return;
    let first = 0;
    let last = 0;
    for (let i = 0; i < starts.length; i++) {
      const start = starts[i];
      const final = ends[i] - 1;
      while (first < length && places[first * PLACES + AFTER + 1] <= start) first++;
      while (last < length && places[last * PLACES + AFTER + 1] <= final) last++;
      starts[i] = this.#charStart(first, start);
      ends[i] = this.#charEnd(last, final);
    }
  }

  #charStart(edit: number, at: number): number {
    const places = this.#places;
    const row = edit * PLACES;
    if (row < places.length && places[row + AFTER] <= at) return places[row + BEFORE];
    return shifted(places, AFTER, BEFORE, edit, at);
  }

  #charEnd(edit: number, at: number): number {
    const places = this.#places;
    const row = edit * PLACES;
    if (row < places.length && places[row + AFTER] <= at) return places[row + BEFORE + 1];
    return shifted(places, AFTER, BEFORE, edit, at) + 1;
  }
}

/** Where an edit's start and end stand in its row of places, in the text before and in that after. */
const BEFORE = 0;
const AFTER = 2;
const PLACES = 4;

/** What `at`, which lies before the edit and in none, is on the other side: as far from the end of the edit before. */
function shifted(places: Uint32Array, from: number, to: number, edit: number, at: number): number {
  if (edit === 0) return at;
  const row = (edit - 1) * PLACES;
  return at - places[row + from + 1] + places[row + to + 1];
}

/** The first edit whose end on the side `from` lies beyond `at`: the one that holds the character at `at`, if any does. */
function firstEndingAfter(places: Uint32Array, from: number, at: number): number {
  let low = 0;
  let high = places.length / PLACES;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (places[middle * PLACES + from + 1] <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Maps a range of the side `from` to the side `to`. */
function mapRange(range: Range, places: Uint32Array, from: number, to: number): Range {
  const first = firstEndingAfter(places, from, range.start);
  const row = first * PLACES;
  const inFirst = row < places.length && places[row + from] <= range.start;
  // A point strictly inside an edit goes to the edit's start; at an edge it stays at that edge.
  const start = inFirst ? places[row + to] : shifted(places, from, to, first, range.start);
  if (range.start === range.end) return { start, end: start };
  const last = range.end - 1;
  const final = firstEndingAfter(places, from, last);
  const finalRow = final * PLACES;
  const inFinal = finalRow < places.length && places[finalRow + from] <= last;
  return { start, end: inFinal ? places[finalRow + to + 1] : shifted(places, from, to, final, last) + 1 };
}
