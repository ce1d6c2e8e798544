/** What a line is counted by, to say whether its marks are for us to judge. */
export interface LineCounts {
  readonly start: number;
  readonly end: number;
  readonly han: number;
  /** Kana and Hangul. */
  readonly foreign: number;
  readonly letters: number;
  /** Brackets, operators and the like, of which code is full. */
  readonly signs: number;
  /** Half-width marks and dots, wherever they stand. */
  readonly marks: number;
  /** Commas among them. */
  readonly allCommas: number;
  /** The longest run of text without anything that could be a mark. */
  readonly longest: number;
}

/** Why the marks of a line are left alone. */
export type Alien = 'Japanese or Korean text' | 'Latin text' | 'code' | 'marks without Han text' | 'a table';

/** `= ; < > { } [ ] \ _ $ & | # @ * +` and the backtick. */
export const CODE_SIGNS = '=;<>{}[]\\_$&|#@*+`';

/** What code begins with. */
const BEGINS_CODE = /^\s*(?:[A-Za-z_$<{}[\]/#@]|"[A-Za-z_]+")/;
/** A call, or what stands between names in code: print("…"), x.y, a->b. */
const CALLS = /[A-Za-z_]\w*(?:\((?:["'\w]|\))|\.[a-z_]\w*|->|::|=>)/;
/** Signs that make a line code. */
const SIGNS = 3;
/** Marks that a date or a figure has. */
const FEW = 3;

/** Says whether, and why, the marks of a line are not for us: another language, code, or no text at all. */
export function whyAlien(text: string, line: LineCounts): Alien | undefined {
  const { han, foreign, letters, signs, marks, longest } = line;
  if (longest > 0 && foreign * 8 > han) return 'Japanese or Korean text';
  if (longest > 0 && letters > han * 4) return signs >= SIGNS ? 'code' : 'Latin text';
  // A date or a figure by itself has a mark or two, and they are sound.
  if (han === 0) return marks > (longest === 0 ? 0 : FEW) ? 'marks without Han text' : undefined;
  if (letters >= 3 && letters + signs * 2 >= han && isCode(text, line)) return 'code';
  return undefined;
}

function isCode(text: string, { start, end, han, letters, signs }: LineCounts): boolean {
  const head = text.slice(start, Math.min(end, start + 200));
  if (!BEGINS_CODE.test(head)) return false;
  return signs >= SIGNS || CALLS.test(head) || (signs > 0 && letters > han * 2);
}

/** How many rows make a table, and how many commas a row of one has. */
const ROWS = 3;
const COMMAS = 2;
/** The longest cell, in UTF-16 units. */
const CELL = 16;
const FIGURE_CELL = /(?:^|,)\s*[-+]?\d[\d.]*[%‰]?\s*(?=,|$)/;

/**
 * Finds the rows of tables whose cells commas part: three lines or more with as many commas, short cells and a cell of figures
 * in each but the first.
 *
 * @returns for each of `lines` whether it is a row
 */
export function findCommaTables(text: string, lines: readonly LineCounts[]): boolean[] {
  const rows = lines.map(() => false);
  for (let first = 0; first < lines.length; ) {
    let last = first;
    while (last + 1 < lines.length && isNextRow(text, lines[first], lines[last + 1])) last++;
    if (last - first + 1 >= ROWS) rows.fill(true, first, last + 1);
    first = last + 1;
  }
  return rows;
}

function isNextRow(text: string, first: LineCounts, line: LineCounts): boolean {
  if (first.allCommas < COMMAS || first.longest > CELL) return false;
  if (line.allCommas !== first.allCommas || line.longest > CELL) return false;
  return FIGURE_CELL.test(text.slice(line.start, line.end));
}
