/** A line of a text: `[start, end)` without its line end, in UTF-16 units. */
export interface Line {
  readonly start: number;
  readonly end: number;
}

/** True for a unit that ends a line: LF, CR, VT, FF, NEL, and Unicode's line and paragraph separators. */
export function isLineEnd(unit: number): boolean {
  // Most units lie above all of them.
  return (
    unit <= 0x2029 && ((unit >= 0x0a && unit <= 0x0d) || unit === 0x85 || unit === 0x2028 || unit === 0x2029)
  );
}

/** True where a line has nothing but white space. */
export function isBlank(text: string, { start, end }: Line): boolean {
  for (let i = start; i < end; i++) if (!isSpace(text.charCodeAt(i))) return false;
  return true;
}

function isSpace(unit: number): boolean {
  return (
    unit === 0x20 ||
    unit === 0x09 ||
    unit === 0x3000 ||
    unit === 0xa0 ||
    unit === 0xfeff ||
    (unit >= 0x2000 && unit <= 0x200b)
  );
}

/** The lines of a text that are not blank, in order. One pass. */
export function* linesOf(text: string): Generator<Line> {
  let start = 0;
  for (let i = 0; i <= text.length; i++) {
    if (i < text.length && !isLineEnd(text.charCodeAt(i))) continue;
    const line = { start, end: i };
    if (i > start && !isBlank(text, line)) yield line;
    start = i + 1;
  }
}
