import { kindAt, kindBefore } from './character-kinds.ts';
import type { Row } from './space-tables.ts';
import { spacesOf } from './spaces.ts';

/** Gaps that a line must have before they say anything, and the share of its gaps that must be spaces. */
const LEAST = 8;
const MOST = 0.85;
/** Share of its characters that must be Han or Chinese marks: a row of figures is no sentence. */
const CHINESE = 0.35;

/**
 * Finds the lines with a space behind each character, as some PDF readers and scanners leave them (2 0 2 5 年 ， 9 5 . 5 %):
 * there a space between two figures parts nothing.
 */
export function findSpreadLines(text: string): Row[] {
  const { at } = spacesOf(text);
  const found: Row[] = [];
  for (let i = 0; i < at.length; ) {
    const end = lineEnd(text, at[i]);
    let next = i;
    while (next < at.length && at[next] < end) next++;
    if (next - i >= LEAST) {
      const start = text.lastIndexOf('\n', at[i]) + 1;
      if (isSpread(text, start, end)) found.push({ start, end });
    }
    i = next;
  }
  return found;
}

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

function isSpread(text: string, start: number, end: number): boolean {
  let characters = 0;
  let chinese = 0;
  let spread = 0;
  for (let at = start; at < end; at++) {
    const kind = kindAt(text, at);
    if (kind === 'space') {
      if (kindBefore(text, at) !== 'space') spread++;
      continue;
    }
    characters++;
    if (kind === 'han' || kind === 'wide-mark') chinese++;
  }
  return chinese >= characters * CHINESE && spread >= (characters - 1) * MOST;
}
