/**
 * Half-open ranges `[start, end)` whose coordinate system is part of their type.
 *
 * A position is only a number, and a number from the wrong text is the commonest bug in offset
 * handling. So each span names the text it points into and the unit it counts in, and a span of one
 * kind is not assignable to another.
 */
export type Unit =
  /** UTF-16 code units of the decoded source, whole. */
  | 'source-utf16'
  /** UTF-16 code units of the text as it stands now. */
  | 'text-utf16'
  /** Unicode code points of the decoded source: what the record carries by default. */
  | 'source-codepoint'
  /** Unicode code points of the normalized text. */
  | 'text-codepoint';

declare const unit: unique symbol;

/** A half-open range `[start, end)`, `0 <= start <= end`, in the unit and text that `U` names. */
export interface Span<U extends Unit> {
  readonly start: number;
  readonly end: number;
  readonly [unit]: U;
}

export type SourceSpan = Span<'source-utf16'>;
export type TextSpan = Span<'text-utf16'>;

function span<U extends Unit>(start: number, end: number): Span<U> {
  if (!(Number.isSafeInteger(start) && Number.isSafeInteger(end) && 0 <= start && start <= end)) {
    throw new RangeError(`a span must be 0 <= start <= end in whole numbers, not [${start}, ${end})`);
  }
  return { start, end } as Span<U>;
}

/** A span of the decoded source, in UTF-16 code units. Throws `RangeError` unless `0 <= start <= end`. */
export const sourceSpan = (start: number, end: number): SourceSpan => span<'source-utf16'>(start, end);

/** A span of the text as it stands now, in UTF-16 code units. Throws `RangeError` unless `0 <= start <= end`. */
export const textSpan = (start: number, end: number): TextSpan => span<'text-utf16'>(start, end);

/** True where the two half-open ranges share at least one position. */
export function overlaps(a: { start: number; end: number }, b: { start: number; end: number }): boolean {
  return a.start < b.end && b.start < a.end;
}

/** True where `inner` lies within `outer`, edges included. */
export function contains(
  outer: { start: number; end: number },
  inner: { start: number; end: number },
): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
