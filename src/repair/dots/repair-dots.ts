import type { Edit } from '../../alignment/index.ts';
import { classAt, DIGIT } from '../characters.ts';
import { findBoundaries } from '../model/boundaries.ts';
import { featuresOf } from '../model/features.ts';
import { markModel } from '../model/load-model.ts';
import { LOST, NONE } from '../model/marks.ts';
import type { RepairContext, RepairRule } from '../rule.ts';
import { type Dot, type DotContext, probabilityOf, type Reading } from './dot.ts';
import { findStretches, isCarrier, type Stretch } from './find-stretches.ts';
import { findLacunaBrackets, LACUNA, lacksTitle } from './mark-lacuna.ts';
import { numberHeadings } from './number-headings.ts';
import { openSeries } from './open-series.ts';
import { restorePercentSign } from './restore-percent-sign.ts';
import { typeDot } from './type-dot.ts';

/** Gives each dot of the flattened passages what it stands for: one edit a dot, made of all that it stands for. */
export const repairDots: RepairRule = (context) => {
  const edits: Edit[] = [];
  for (const stretch of findStretches(context.passages)) edits.push(...repairStretch(context, stretch));
  return { edits };
};

function repairStretch(context: RepairContext, { start, end, carrier }: Stretch): Edit[] {
  const { text } = context;
  const rests = findLacunaBrackets(text, start, end);
  const boundaries = findBoundaries(
    text,
    start,
    end,
    (_, at) => isCarrier(text, at, carrier),
    new Set(rests),
  );
  // The two ends of the stretch are boundaries too; the model is asked of those between.
  const inner = Math.max(0, boundaries.count - 2);
  const probabilities = markModel(context.dictionaries).probabilities(inner, (row, out) =>
    featuresOf(boundaries, row + 1, out),
  );
  const dots: Dot[] = [];
  for (let row = 0; row < inner; row++) {
    const at = boundaries.place[boundaries.at[row + 1]];
    if (at >= 0 && text[at] === carrier) dots.push({ at, row });
  }
  const dotContext: DotContext = { text, dots, probabilities };
  const headings = new Set(numberHeadings(dotContext));
  const edits = dots.map((dot, index): Edit => {
    const place = { from: dot.at, to: dot.at + 1 };
    if (headings.has(index)) return { ...place, insert: '、', rule: 'number-headings', confidence: 0.95 };
    const percent = restorePercentSign(dotContext, dot);
    if (percent !== undefined) return { ...place, ...percent, rule: 'restore-percent-sign' };
    const lacuna = context.lacuna === 'mark' ? readLacuna(dotContext, dot) : undefined;
    if (lacuna !== undefined) return { ...place, ...lacuna, rule: 'mark-lacuna' };
    return { ...place, ...typeDot(dotContext, dot), rule: 'type-dot' };
  });
  for (const index of openSeries(dotContext)) {
    const before = edits[index];
    if (before.rule === 'type-dot' && /[，、：]/.test(before.insert)) {
      edits[index] = { ...before, insert: '。', rule: 'open-series', confidence: 0.85 };
    }
  }
  // The number of a heading begins a block: what stands before it ends one.
  for (const index of headings) {
    const before = edits[index - 1];
    if (before === undefined || text.slice(before.to, dots[index].at).includes('\n')) continue;
    const sign = before.insert.replace(/[，、。；：？·]$/, '');
    edits[index - 1] = { ...before, insert: `${sign}。\n`, confidence: 0.95 };
  }
  for (const at of rests) {
    const insert = context.lacuna === 'mark' ? LACUNA : '';
    edits.push({ from: at, to: at + 1, insert, rule: 'mark-lacuna', confidence: 0.8 });
  }
  return edits.sort((a, b) => a.from - b.from);
}

/** How sure the model must be of a lost title: after a verb that wants one, and elsewhere. */
const WANTED = 0.1;
const UNWANTED = 0.5;

/** A title that was lost where the dot stands, and the mark after it where there was one. */
function readLacuna(context: DotContext, dot: Dot): Reading | undefined {
  // After a figure the same output speaks of a %.
  if (classAt(context.text, dot.at - 1) === DIGIT) return undefined;
  const lost = probabilityOf(context, dot, LOST);
  const wanted = lacksTitle(context.text, dot.at);
  if (lost < (wanted ? WANTED : UNWANTED)) return undefined;
  const none = context.text[dot.at + 1] === '的' || probabilityOf(context, dot, NONE) > 0.5;
  const { insert, confidence } = none ? { insert: '', confidence: 1 } : typeDot(context, dot);
  return { insert: LACUNA + insert, confidence: Math.max(lost, wanted ? 0.7 : 0) * confidence };
}
