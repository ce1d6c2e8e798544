import { unitTable } from '../dictionary/index.ts';

/** A stretch of text, half-open, in UTF-16 units of the text. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Everything that `\s` matches. */
export const SPACE =
  '\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff';

/** Marks at which a clause ends. The enumeration comma is none: it joins what is listed. */
const CLAUSE_MARKS = unitTable('，；：。！？,;:!?\n');
/** White space, list marks and brackets: no part of what stands between them. */
const EDGES = unitTable(' \t\u3000、（）()《》【】[]“”"');

/** True at a mark that ends a clause. A comma or point between digits is part of a number. */
export function isClauseMark(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (CLAUSE_MARKS[code] === 0) return false;
  return code > 0x7f || !(isDigit(text.charCodeAt(at - 1)) && isDigit(text.charCodeAt(at + 1)));
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** No clause is longer, in UTF-16 units: a text without marks is no single clause, and is not read again and again. */
const LONGEST = 200;

/** The clause around a position, within the limits of its sentence. */
export function clauseAround(text: string, at: number, limits: Stretch): Stretch {
  return { start: clauseStart(text, at, limits.start), end: clauseEnd(text, at, limits.end) };
}

/** Where the clause that holds `at` begins. */
export function clauseStart(text: string, at: number, start: number): number {
  const limit = Math.max(start, at - LONGEST);
  let clauseStart = at;
  while (clauseStart > limit && !isClauseMark(text, clauseStart - 1)) clauseStart--;
  return clauseStart;
}

/** Where the clause that holds `at` ends. */
export function clauseEnd(text: string, at: number, end: number): number {
  const limit = Math.min(end, at + LONGEST);
  let clauseEnd = at;
  while (clauseEnd < limit && !isClauseMark(text, clauseEnd)) clauseEnd++;
  return clauseEnd;
}

/** The stretch without white space and brackets that stand at its edges. */
export function trimmed(text: string, { start, end }: Stretch): Stretch {
  while (start < end && EDGES[text.charCodeAt(start)] === 1) start++;
  while (end > start && EDGES[text.charCodeAt(end - 1)] === 1 && !closes(text, start, end)) end--;
  return { start, end };
}

/** By the unit of a closing bracket, the one that opens it. */
const OPENINGS = new Map(
  ['（）', '()', '《》', '【】', '“”'].map(([opens, closes]) => [closes.charCodeAt(0), opens]),
);

/** True where the last character closes a bracket that the stretch opens: it belongs to it. */
function closes(text: string, start: number, end: number): boolean {
  const opening = OPENINGS.get(text.charCodeAt(end - 1));
  if (opening === undefined) return false;
  const open = text.lastIndexOf(opening, end - 2);
  return open >= start;
}
