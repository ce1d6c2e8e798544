import type { Edit } from '../../alignment/index.ts';
import { classAt, DIGIT, HAN } from '../characters.ts';
import type { RepairRule } from '../rule.ts';

/** The tilde, the wave dash and the tilde operator; ～ is the form for ranges of figures (GB/T 15834, 4.13.3). */
const TILDES = new Set([0x7e, 0x301c, 0x223c]);
const SIGNS = '%‰℃°)）';

/** Gives the tilde of a range of figures its full-width form: 5~10 is 5～10, 3月~5月 is 3月～5月. */
export const widenTildes: RepairRule = ({ text, passages, marks }) => {
  const edits: Edit[] = [];
  for (const { condition, start, end, firstMark, lastMark } of passages) {
    if (condition === 'foreign') continue;
    for (let i = firstMark; i < lastMark; i++) {
      const at = marks[i];
      if (!TILDES.has(text.charCodeAt(at)) || at === start || at + 1 === end) continue;
      if (classAt(text, at + 1) !== DIGIT || !endsFigure(text, at)) continue;
      edits.push({ from: at, to: at + 1, insert: '～', rule: 'widen-tildes', confidence: 0.97 });
    }
  }
  return { edits };
};

/** True where a figure ends before `at`, with its sign or a measure of one or two characters. */
function endsFigure(text: string, at: number): boolean {
  if (classAt(text, at - 1) === DIGIT) return true;
  let figure = at - 1;
  if (SIGNS.includes(text[figure])) figure--;
  else while (at - figure < 3 && classAt(text, figure) === HAN) figure--;
  return figure < at - 1 && classAt(text, figure) === DIGIT;
}
