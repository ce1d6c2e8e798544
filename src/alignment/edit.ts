/**
 * The only way text changes: replace `[from, to)` of the text that the step saw by `insert`.
 *
 * There are no zero-width edits. An insertion rewrites its neighbour (`好` becomes `好。`), because a
 * character that comes from nowhere has no place in the source, and the laws of inclusion and order
 * would fail. The empty text is the one exception: it has no neighbour.
 */
export interface Edit {
  /** First UTF-16 unit replaced, in the text that the step saw. */
  readonly from: number;
  /** One past the last UTF-16 unit replaced; `from < to`. */
  readonly to: number;
  /** What stands there afterwards; empty for a deletion. */
  readonly insert: string;
  /** The rule's id, in kebab-case, the same as its file and its table of cases. */
  readonly rule: string;
  /** How sure the rule is, in (0, 1]. */
  readonly confidence: number;
  /** In words, for `explain`: what in the text decided. */
  readonly reason?: string;
  /** Among overlapping edits of one step the highest wins. Default 0. */
  readonly priority?: number;
}

const HIGH_SURROGATE = (unit: number) => unit >= 0xd800 && unit <= 0xdbff;
const LOW_SURROGATE = (unit: number) => unit >= 0xdc00 && unit <= 0xdfff;

/** True where the boundary before UTF-16 index `at` would cut a surrogate pair of `text` in two. */
export function splitsPair(text: string, at: number): boolean {
  return (
    at > 0 &&
    at < text.length &&
    HIGH_SURROGATE(text.charCodeAt(at - 1)) &&
    LOW_SURROGATE(text.charCodeAt(at))
  );
}

/**
 * Checks that edits are sorted, disjoint, inside `before`, not zero-width, and cut no surrogate pair.
 *
 * These are errors of the program, not of the data, so it throws `RangeError` and names the rule.
 */
export function assertEdits(before: string, edits: readonly Edit[]): void {
  let reached = 0;
  for (const edit of edits) {
    const { from, to } = edit;
    if (!(Number.isSafeInteger(from) && Number.isSafeInteger(to) && from >= 0 && to <= before.length)) {
      fail(edit, `lies outside the text of ${before.length} units`);
    }
    if (from > to) fail(edit, 'ends before it starts');
    if (from === to && before.length > 0) {
      fail(edit, 'is zero-width: rewrite the neighbouring character instead');
    }
    if (from < reached) fail(edit, 'overlaps the edit before it or is out of order');
    if (splitsPair(before, from) || splitsPair(before, to)) fail(edit, 'cuts a surrogate pair in two');
    reached = to;
  }
}

function fail({ from, to, rule }: Edit, how: string): never {
  throw new RangeError(`edit [${from}, ${to}) of rule '${rule}' ${how}`);
}
