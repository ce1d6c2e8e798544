import { type Edit, splitsPair, textSpan } from '../../alignment/index.ts';
import type { Dictionaries } from '../../dictionary/index.ts';
import { findBoundaries } from '../model/boundaries.ts';
import { featuresOf } from '../model/features.ts';
import { gapFeaturesOf } from '../model/gap-features.ts';
import { gapModel, markModel } from '../model/load-model.ts';
import { BREAK, MARKS, NONE, OUTPUTS } from '../model/marks.ts';
import type { RepairRule, RuleFinding } from '../rule.ts';

/** How likely a mark must be for a gap to get one: lower gives more marks back, and more wrong ones. */
const LIKELY = 0.3;

/** A line longer than this without a single mark, in UTF-16 units, is data and no text. */
const LONGEST = 20_000;

/** A gap that lost a mark: the UTF-16 index in the text before which it stands. */
interface Gap {
  readonly at: number;
  readonly probability: number;
  /** What the model of gaps says of each mark by itself. */
  readonly marks: Float32Array;
}

/** Gives a passage without a single mark the marks that it lacks: first where, then which. */
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
    const { marks, breaks } = findGaps(text, start, end, dictionaries);
    for (const { at, probability } of breaks) edits.push(insertion(text, at, '\n', probability));
    typeGaps(text, start, end, marks, dictionaries).forEach(({ mark, probability }, i) => {
      edits.push(insertion(text, marks[i].at, mark, marks[i].probability * probability));
    });
  }
  return { edits, findings };
};

/** An insertion rewrites the character before it. */
function insertion(text: string, at: number, insert: string, confidence: number): Edit {
  const from = splitsPair(text, at - 1) ? at - 2 : at - 1;
  return { from, to: at, insert: text.slice(from, at) + insert, rule: 'mark-bare-text', confidence };
}

function findGaps(text: string, start: number, end: number, dictionaries: Dictionaries) {
  const boundaries = findBoundaries(text, start, end, () => false);
  const count = Math.max(0, boundaries.length - 3);
  const { values } = gapModel(dictionaries).probabilities(count, (i, out) =>
    gapFeaturesOf(boundaries, i + 2, out),
  );
  const own = (i: number) => values.slice(i * OUTPUTS, i * OUTPUTS + MARKS.length);
  const marks: Gap[] = [];
  const breaks: Gap[] = [];
  for (let i = 0; i < count; i++) {
    const at = boundaries.place[i + 2];
    const asBreak = values[i * OUTPUTS + BREAK];
    const asMark = 1 - values[i * OUTPUTS + NONE] - asBreak;
    if (splitsPair(text, at)) continue;
    if (asBreak > 0.5) breaks.push({ at, probability: asBreak, marks: own(i) });
    else if (asMark > LIKELY) marks.push({ at, probability: Math.min(1, asMark), marks: own(i) });
  }
  marks.push({
    at: end,
    probability: 0.9,
    marks: Float32Array.from(MARKS, (mark) => (mark === '。' ? 1 : 0)),
  });
  return { marks, breaks };
}

/** Which mark each gap lost: as for a flattened text that has a dot in each. */
function typeGaps(
  text: string,
  start: number,
  end: number,
  gaps: readonly Gap[],
  dictionaries: Dictionaries,
): { mark: string; probability: number }[] {
  let flattened = '';
  const places = new Set<number>();
  let copied = start;
  for (const { at } of gaps) {
    flattened += text.slice(copied, at);
    places.add(flattened.length);
    flattened += '.';
    copied = at;
  }
  flattened += text.slice(copied, end);
  const boundaries = findBoundaries(flattened, 0, flattened.length, (_, at) => places.has(at));
  const { values } = markModel(dictionaries).probabilities(gaps.length, (i, out) =>
    featuresOf(boundaries, i + 1, out),
  );
  // Both models have a say: one sees the words alone, the other the clauses that the gaps make.
  return gaps.map(({ marks }, i) => {
    const both = (mark: number) => Math.sqrt(marks[mark] * values[i * OUTPUTS + mark]);
    let best = 0;
    let sum = 0;
    for (let mark = 0; mark < NONE; mark++) {
      sum += both(mark);
      if (both(mark) > both(best)) best = mark;
    }
    return { mark: MARKS[best], probability: sum > 0 ? Math.max(0.01, both(best) / sum) : 0.01 };
  });
}
