/**
 * Things that come by the thousand live in columns: typed arrays, one entry a thing, never an object each.
 * All positions are UTF-16 units of the normalized text.
 */
export interface SpanColumns {
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
}

/** The words of a document, ascending and disjoint; they tile the text apart from white space. */
export interface TokenColumns extends SpanColumns {
  /** Per token, an index into `posTags`. */
  readonly pos: Uint8Array;
  /** The part-of-speech tags that `pos` points into (jieba's set, after ICTCLAS). */
  readonly posTags: readonly string[];
}

/** Index of the first column entry whose end lies beyond `at`; the number of entries where none does. */
export function firstEndingAfter({ ends }: { readonly ends: ArrayLike<number> }, at: number): number {
  let low = 0;
  let high = ends.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (ends[middle] <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}
