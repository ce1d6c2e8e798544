import type { Edit } from '../../alignment/index.ts';
import { isNumeral, numeralValue } from '../breaks/numeral.ts';
import { classAt, classOf, DIGIT, DOT, HAN, LATIN, LINE_BREAK, NARROW_MARK, SPACE } from '../characters.ts';
import { isHanMark, isMarkDot } from '../diagnose.ts';
import type { RepairRule } from '../rule.ts';

const wide: Readonly<Record<string, string>> = { ',': '，', ';': '；', ':': '：', '?': '？', '!': '！' };

/** Words that a number follows to name one of several. */
const LABELS = ['附件', '附表', '附录', '附图', '图', '表', '专栏', '步骤'];

/**
 * Gives half-width marks of Han text their full-width form: `,` between Han characters is ，. A dot is 。
 * only where the passage shows that its dots are told apart from its commas.
 */
export const widenMarks: RepairRule = ({ text, passages, marks }) => {
  const edits: Edit[] = [];
  for (const { condition, carrier, firstMark, lastMark } of passages) {
    if (condition === 'foreign') continue;
    for (let i = firstMark; i < lastMark; i++) {
      const at = marks[i];
      const kind = classOf(text.charCodeAt(at));
      if (kind !== DOT && kind !== NARROW_MARK) continue;
      const character = text[at];
      if (kind === DOT) {
        if (condition !== 'half-width' || !isMarkDot(text, at) || isLabel(text, at)) continue;
      } else if (character === carrier || !isHanMark(text, at)) continue;
      edits.push({
        from: at,
        to: trailingSpaces(text, at + 1),
        insert: insertFor(text, at),
        rule: 'widen-marks',
        confidence: character === '.' ? 0.95 : 0.99,
      });
    }
  }
  return { edits };
};

/** The wide form; nothing where it stands there already, as in `,，`. */
function insertFor(text: string, at: number): string {
  const form = text[at] === '.' ? (isHeadingNumber(text, at) ? '、' : '。') : wide[text[at]];
  return text[at + 1] === form ? '' : form;
}

/** True where no more than a Chinese numeral stands before the dot in its line: 一.总则. */
function isHeadingNumber(text: string, at: number): boolean {
  let start = at;
  while (at - start < 4 && start > 0 && isNumeral(text, start - 1)) start--;
  return start < at && classAt(text, start - 1) === LINE_BREAK && numeralValue(text, start, at) > 0;
}

/** The dot of a label, as in 附件1.名单 or ：1.名单；2.: it numbers what follows. */
function isLabel(text: string, at: number): boolean {
  let start = at;
  while (at - start < 3 && classAt(text, start - 1) === DIGIT) start--;
  if (start === at) return classAt(text, at - 1) === LATIN && isApart(text, at - 1);
  if (LABELS.some((label) => text.startsWith(label, start - label.length))) return true;
  return at - start < 3 && (isApart(text, start) || isCountedOn(text, at, Number(text.slice(start, at)) + 1));
}

/** True where a line, a bracket or what a mark parts off begins: a sentence does not consist of its number. */
function isApart(text: string, at: number): boolean {
  const before = classAt(text, at - 1);
  return before !== HAN && before !== DIGIT && before !== LATIN && before !== DOT;
}

/** How far the next number of a list may stand from the one before, in UTF-16 units. */
const LONGEST_ITEM = 200;

/** True where the next number follows as that of an item: 一是1.…；2.…. */
function isCountedOn(text: string, at: number, next: number): boolean {
  for (let from = at + 1; ; from++) {
    from = text.indexOf(`${next}.`, from);
    if (from === -1 || from > at + LONGEST_ITEM) return false;
    if (isApart(text, from)) return true;
  }
}

/** One or two spaces after a half-width mark go with it; more mean something. */
function trailingSpaces(text: string, at: number): number {
  let end = at;
  while (classAt(text, end) === SPACE) end++;
  return end - at <= 2 && classAt(text, end) !== LINE_BREAK ? end : at;
}
