import { textSpan } from '../alignment/index.ts';
import type { Alien, Passage } from './diagnose.ts';
import type { RepairRule, RuleFinding } from './rule.ts';

const RULE = 'leave-alone';
/** A row of dots longer than any ellipsis, in UTF-16 units. */
const LONG_ROW = 7;
const ROW = /\.{7,}/g;
/** Latin text abounds in sound documents; a line of it is told of from this length on, in UTF-16 units. */
const LATIN = 40;

/** Says which passages are left alone, and why, so that nobody takes their marks for repaired ones. Changes nothing. */
export const leaveAlone: RepairRule = ({ text, passages }) => {
  const findings: RuleFinding[] = [];
  for (let i = 0; i < passages.length; i++) {
    const { alien, start } = passages[i];
    if (alien === undefined) continue;
    const first = i;
    while (passages[i + 1]?.alien === alien) i++;
    const { end } = passages[i];
    if (isTold(alien, passages.slice(first, i + 1))) {
      const lines = i > first ? `${i - first + 1} lines of ` : '';
      findings.push({
        severity: 'info',
        rule: RULE,
        reason: `${lines}${alien}: left alone`,
        at: textSpan(start, end),
      });
    }
  }
  const rows = text.includes('.'.repeat(LONG_ROW)) ? [...text.matchAll(ROW)] : [];
  if (rows.length > 0) {
    const { index, 0: row } = rows[0];
    const more = rows.length > 1 ? ` (${rows.length} rows, the first here)` : '';
    const reason = `a row of ${row.length} dots is no mark${more}: left alone`;
    findings.push({ severity: 'info', rule: RULE, reason, at: textSpan(index, index + row.length) });
  }
  return { edits: [], findings };
};

function isTold(alien: Alien, run: readonly Passage[]): boolean {
  return alien !== 'Latin text' || run.some(({ start, end }) => end - start >= LATIN);
}
