import type { Comparator } from '../../document/index.ts';

export type FigureKind = 'percentage' | 'fraction' | 'multiple' | 'money' | 'quantity' | 'number';

/** A figure found in a text: a value or a span of values, its unit, and how the text compares it. */
export interface Figure {
  readonly kind: FigureKind;
  /** Half-open range of figure and unit, in UTF-16 units of the text searched. */
  readonly start: number;
  readonly end: number;
  readonly value?: number | undefined;
  readonly low?: number | undefined;
  readonly high?: number | undefined;
  readonly comparator: Comparator;
  /** `%`, `‰`, `percentage-point`; a currency's ISO 4217 code; a measure's symbol; a counter's character. */
  readonly unit?: string | undefined;
  /** The unit's English name, for measures and currencies. */
  readonly unitName?: string | undefined;
  /** Where the sign or unit stands: `[start, end)` within the figure. */
  readonly sign?: { readonly start: number; readonly end: number };
  /** The rule that read it. */
  readonly rule: string;
}
