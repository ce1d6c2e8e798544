import type { Edit } from '../../alignment/index.ts';
import type { Passage } from '../diagnose.ts';
import type { RepairContext, RepairRule } from '../rule.ts';
import { findDots } from './find-dots.ts';
import { findLacunaBrackets, LACUNA, lacksTitle } from './mark-lacuna.ts';
import { numberHeadings } from './number-headings.ts';
import { restorePercentSign } from './restore-percent-sign.ts';
import { typeDots } from './type-dots.ts';

/** Gives each dot of the flattened passages what it stands for: one edit a dot, made of all that it stands for. */
export const repairDots: RepairRule = (context) => {
  const edits: Edit[] = [];
  for (const passage of context.passages) {
    if (passage.carrier !== undefined) edits.push(...repairPassage(context, passage));
  }
  return { edits };
};

function repairPassage(context: RepairContext, passage: Passage): Edit[] {
  const { text } = context;
  const dots = findDots(text, passage);
  const dotContext = { text, passage, dots };
  const marks = typeDots(dotContext);
  const headings = new Set(numberHeadings(dotContext));
  const edits = dots.map(({ at }, index): Edit => {
    const place = { from: at, to: at + 1 };
    if (headings.has(index)) return { ...place, insert: '、', rule: 'number-headings', confidence: 0.95 };
    const percent = restorePercentSign(dotContext, index);
    const ends = headings.has(index + 1) ? '。\n' : undefined;
    const { insert: mark, confidence } =
      ends === undefined ? marks[index] : { insert: ends, confidence: 0.95 };
    if (percent !== undefined) {
      const insert = percent.mark || ends !== undefined ? `%${mark}` : '%';
      return {
        ...place,
        insert,
        rule: 'restore-percent-sign',
        confidence: percent.confidence * (percent.mark ? confidence : 1),
      };
    }
    if (context.lacuna === 'mark' && lacksTitle(text, at)) {
      const insert = text[at + 1] === '的' ? LACUNA : `${LACUNA}${mark}`;
      return { ...place, insert, rule: 'mark-lacuna', confidence: 0.7 };
    }
    return { ...place, insert: mark, rule: 'type-dots', confidence };
  });
  for (const at of findLacunaBrackets(context, passage.start, passage.end)) {
    const insert = context.lacuna === 'mark' ? LACUNA : '';
    edits.push({ from: at, to: at + 1, insert, rule: 'mark-lacuna', confidence: 0.8 });
  }
  return edits.sort((a, b) => a.from - b.from);
}
