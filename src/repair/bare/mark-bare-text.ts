import { type Edit, splitsPair, textSpan } from '../../alignment/index.ts';
import { gapModel } from '../network/load-model.ts';
import { BREAK, COMMA, LIST_COMMA, MARKS, NONE, OUTPUTS, STOP } from '../network/marks.ts';
import type { RepairRule, RuleFinding } from '../rule.ts';
import { gapProbabilities } from './gap-model.ts';

/**
 * How likely a mark must be for a gap to get it. Where probabilities are true, the F1 of what is given back is greatest
 * near half of what it then is.
 */
const LIKELY = 0.38;

/** A line longer than this without a single mark, in UTF-16 units, is data and no text. */
const LONGEST = 200_000;

/** No edit is less sure than this: nought is no confidence. */
const LEAST = 0.01;

/** How likely it must be that a heading ends and its text begins. */
const LIKELY_BREAK = 0.5;

/** Gives a passage without a single mark the marks that it lacks. */
export const markBareText: RepairRule = ({ text, passages, dictionaries, bareText }) => {
  const edits: Edit[] = [];
  const findings: RuleFinding[] = [];
  if (bareText === 'never') return { edits };
  for (const { condition, start, end } of passages) {
    if (condition !== 'bare') continue;
    if (end - start > LONGEST) {
      findings.push({
        severity: 'info',
        rule: 'mark-bare-text',
        reason: `a line of ${end - start} units without a mark is no text; it is left alone`,
        at: textSpan(start, end),
      });
      continue;
    }
    const { count, place, values } = gapProbabilities(gapModel(dictionaries), text, start, end);
    for (let i = 0; i < count; i++) {
      const row = i * OUTPUTS;
      if (values[row + NONE] > 1 - LIKELY && i < count - 1) continue;
      const best = likeliestMark(values, row);
      if (i === count - 1) {
        edits.push(insertion(text, place[i], ...closing(values, row, best)));
      } else if (values[row + BREAK] > LIKELY_BREAK) {
        edits.push(insertion(text, place[i], '\n', values[row + BREAK]));
      } else if (values[row + best] > LIKELY) {
        edits.push(insertion(text, place[i], MARKS[best], values[row + best]));
      }
    }
  }
  return { edits, findings };
};

function likeliestMark(values: Float32Array, row: number): number {
  let best = 0;
  for (let mark = 1; mark < NONE; mark++) if (values[row + mark] > values[row + best]) best = mark;
  return best;
}

/** The mark at the end of a passage, where there always is one: 。 where the likeliest can end none. */
function closing(values: Float32Array, row: number, best: number): [mark: string, confidence: number] {
  const mark = best === COMMA || best === LIST_COMMA ? STOP : best;
  return [MARKS[mark], Math.max(values[row + mark], LEAST)];
}

/** An insertion rewrites the character before it. */
function insertion(text: string, at: number, insert: string, confidence: number): Edit {
  const from = splitsPair(text, at - 1) ? at - 2 : at - 1;
  return { from, to: at, insert: text.slice(from, at) + insert, rule: 'mark-bare-text', confidence };
}
