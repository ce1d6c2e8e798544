import type { Edit } from '../../alignment/index.ts';
import { dotModel } from '../network/load-model.ts';
import { COLON } from '../network/marks.ts';
import type { RepairContext, RepairRule } from '../rule.ts';
import { findBoundaries } from './boundaries.ts';
import { type Dot, type DotContext, probabilityOf, type Reading } from './dot.ts';
import { dotProbabilities } from './dot-model.ts';
import { figureMarks } from './figure-marks.ts';
import { findLacunae, type Lacunae, noLacunae } from './find-lacunae.ts';
import { findStretches, isCarrier, type Stretch } from './find-stretches.ts';
import { itemLists } from './item-lists.ts';
import { labelColons } from './label-colons.ts';
import { listedShares } from './listed-shares.ts';
import { LACUNA, markGaps, readBetweenRests, readLacuna } from './mark-lacuna.ts';
import { numberHeadings } from './number-headings.ts';
import { openSeries } from './open-series.ts';
import { partShares } from './part-shares.ts';
import { findSigns, readListed, restorePercentSign } from './restore-percent-sign.ts';
import { shareItemHeadings, shareRecurring } from './share-readings.ts';
import { typeDot } from './type-dot.ts';

/** Gives each dot of the flattened passages what it stands for: one edit a dot, made of all that it stands for. */
export const repairDots: RepairRule = (context) => {
  const edits: Edit[] = [];
  const stretches = findStretches(context.passages);
  const end = stretches.length === 0 ? 0 : context.text.trimEnd().length;
  for (const stretch of stretches) {
    for (const edit of repairStretch(context, stretch, end)) edits.push(edit);
  }
  return { edits };
};

/** What announces what follows. */
const ANNOUNCING = '如下';
/** How sure the model must be that what stands before a heading announces it. */
const ANNOUNCES = 0.8;

/** What a dot between two shares of a list stands for. */
const LISTED: Reading = {
  insert: '%、',
  confidence: 0.95,
  reason: 'each has its share, and decimals are not written so',
};

/** What a dot between items that are listed by their numbers stands for. */
const ITEM_LIST: Reading = { insert: '、', confidence: 0.95, reason: 'numbers of items in a list' };

/** What a dot behind a label stands for. */
const LABELLED: Reading = { insert: '：', confidence: 0.9, reason: 'a label, and what it labels' };

/** @param textEnd where in the text nothing is written any more */
function repairStretch(context: RepairContext, stretch: Stretch, textEnd: number): Edit[] {
  const { text } = context;
  const { start, end, carrier } = stretch;
  const lacunae = findLacunae(text, stretch, context.dictionaries);
  const { rests } = lacunae;
  const marked = context.lacuna === 'mark' ? lacunae : noLacunae;
  const signs = findSigns(text, stretch, context.dictionaries);
  const shares = listedShares(text, stretch, signs);
  const listed = new Set(shares.dots);
  for (const at of listed) signs.set(at, LISTED.confidence);
  const points = readListed(text, stretch, signs);
  const unit = carrier.charCodeAt(0);
  const figures = figureMarks(text, stretch);
  for (const at of figures.marks.keys()) signs.delete(at);
  for (const at of figures.kept) signs.delete(at);
  for (const at of figures.unsigned) signs.delete(at);
  const boundaries = findBoundaries(
    text,
    start,
    end,
    (_, at) =>
      text.charCodeAt(at) === unit &&
      !points.has(at) &&
      !figures.marks.has(at) &&
      !figures.kept.has(at) &&
      (isCarrier(text, at, carrier) || marked.dots.has(at) || signs.has(at)),
    rests,
  );
  // The two ends of the stretch are boundaries too; the model is asked of those between.
  const probabilities = dotProbabilities(dotModel(context.dictionaries), boundaries);
  shareRecurring(boundaries, probabilities);
  shareItemHeadings(boundaries, probabilities);
  const dots: Dot[] = [];
  for (let row = 0; row < probabilities.count; row++) {
    const at = boundaries.place[boundaries.at[row + 1]];
    if (at >= 0 && text[at] === carrier) dots.push({ at, row });
  }
  const dotContext: DotContext = { text, end: textEnd, dots, probabilities };
  const headings = new Set(numberHeadings(dotContext));
  const edits = dots.map((dot, index) =>
    headings.has(index)
      ? { from: dot.at, to: dot.at + 1, insert: '、', rule: 'number-headings', confidence: 0.95 }
      : listed.has(dot.at)
        ? editOf(dot, LISTED, 'listed-shares')
        : readDot(dotContext, dot, signs, lacunae, marked),
  );
  for (const index of partShares(dotContext, signs)) {
    if (edits[index].rule !== 'type-dot' || edits[index].insert !== '、') continue;
    edits[index] = editOf(dots[index], typeDot(dotContext, dots[index], false, false), 'part-shares');
  }
  for (const index of itemLists(dotContext)) {
    if (edits[index].rule === 'type-dot') edits[index] = editOf(dots[index], ITEM_LIST, 'item-lists');
  }
  for (const index of labelColons(dotContext)) {
    if (edits[index].rule !== 'type-dot') continue;
    edits[index] = editOf(dots[index], LABELLED, 'label-colons');
    // What the label before it labels is a list that ends there.
    const before = edits[index - 1];
    if (before?.rule === 'type-dot' && before.insert === '、')
      edits[index - 1] = editOf(
        dots[index - 1],
        typeDot(dotContext, dots[index - 1], false, false),
        'label-colons',
      );
  }
  for (const index of openSeries(dotContext)) {
    const before = edits[index];
    if (before.rule === 'type-dot' && /[，、：]/.test(before.insert)) {
      edits[index] = { ...before, insert: '。', rule: 'open-series', confidence: 0.85 };
    }
    const opened = edits[index + 1];
    if (opened.rule === 'type-dot' && /[、。；]/.test(opened.insert)) {
      edits[index + 1] = { ...opened, insert: '，', rule: 'open-series', confidence: 0.85 };
    }
  }
  // The number of a heading begins a block: what stands before it ends one, or announces it.
  for (const index of headings) {
    const before = edits[index - 1];
    if (before === undefined || text.slice(before.to, dots[index].at).includes('\n')) continue;
    const dot = dots[index - 1];
    const announces =
      text.startsWith(ANNOUNCING, dot.at - ANNOUNCING.length) ||
      probabilityOf(dotContext, dot, COLON) > ANNOUNCES;
    const sign = before.insert.replace(/[，、。；：？·]$/, '');
    edits[index - 1] = { ...before, insert: `${sign}${announces ? '：' : '。'}\n`, confidence: 0.95 };
  }
  for (const at of shares.digits) {
    edits.push({ ...LISTED, from: at, to: at + 1, insert: `${text[at]}%`, rule: 'listed-shares' });
  }
  for (const [at, reading] of figures.marks)
    edits.push({ ...reading, from: at, to: at + 1, rule: 'figure-marks' });
  for (const at of rests) {
    const insert = context.lacuna === 'mark' ? LACUNA : '';
    edits.push({ from: at, to: at + 1, insert, rule: 'mark-lacuna', confidence: 0.8 });
  }
  if (marked.gaps.size > 0) edits.push(...markGaps(text, marked, new Set(edits.map(({ from }) => from))));
  return edits.sort((a, b) => a.from - b.from);
}

/**
 * What one dot stands for: a sign or a title that was lost, or a mark.
 *
 * @param marked the titles that the text shall show, of those that were found
 */
function readDot(
  context: DotContext,
  dot: Dot,
  signs: ReadonlyMap<number, number>,
  lacunae: Lacunae,
  marked: Lacunae,
): Edit {
  const percent = restorePercentSign(context, dot, signs);
  if (percent !== undefined) return editOf(dot, percent, 'restore-percent-sign');
  const title = readBetweenRests(dot, lacunae) ?? readLacuna(context, dot, marked);
  if (title !== undefined) return editOf(dot, title, 'mark-lacuna');
  return editOf(dot, typeDot(context, dot), 'type-dot');
}

function editOf({ at }: Dot, { insert, confidence, reason }: Reading, rule: string): Edit {
  const edit = { from: at, to: at + 1, insert, rule, confidence };
  return reason === undefined ? edit : { ...edit, reason };
}
