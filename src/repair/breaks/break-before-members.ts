import type { Edit } from '../../alignment/index.ts';
import type { RepairRule } from '../rule.ts';
import { breakBefore } from './break-before.ts';

const STOP = '。'.charCodeAt(0);
const COLON = '：'.charCodeAt(0);
const IN = '在'.charCodeAt(0);
const FROM = '从'.charCodeAt(0);
/** How many members make a series. */
const MEMBERS = 3;

/** A kind of series: how each member opens, and how long members are on average where each is a paragraph. */
interface Kind {
  readonly opens: RegExp;
  readonly size: number;
}

/**
 * In news, runs of three paragraphs that open with 在…方面 are four times as many as paragraphs that hold such
 * a series, and those have short members. A place with a colon opens a paragraph always.
 */
const kinds: readonly Kind[] = [
  { opens: /在[^，。；：\n]{2,20}方面，/y, size: 60 },
  { opens: /从[^，。；：\n]{2,16}来?看，/y, size: 60 },
  { opens: /[\p{Script=Han}]{1,10}[省市县区州盟旗镇乡局厅委院科处室站]：/uy, size: 15 },
];

/**
 * Breaks a glued line before the members of a series of passages that open alike: 在…方面，…。在…方面，…, or
 * place by place, 甲省：…。乙省：….
 */
export const breakBeforeMembers: RepairRule = ({ text, passages, marks }) => {
  const edits: Edit[] = [];
  for (const { condition, start, end, firstMark, lastMark } of passages) {
    if (condition === 'foreign' || condition === 'bare') continue;
    const openings: number[] = [];
    if (mayOpen(text, start, marks[firstMark])) openings.push(start);
    for (let i = firstMark; i < lastMark; i++) {
      const at = marks[i] + 1;
      if (text.charCodeAt(at - 1) === STOP && at < end && mayOpen(text, at, marks[i + 1])) openings.push(at);
    }
    if (openings.length < MEMBERS) continue;
    kinds.forEach(({ opens, size }) => {
      const members = openings.filter((at) => {
        opens.lastIndex = at;
        return opens.test(text) && opens.lastIndex < end;
      });
      if (members.length < MEMBERS) return;
      const average = (members[members.length - 1] - members[0]) / (members.length - 1);
      if (average < size) return;
      for (const at of members) {
        if (at > start) edits.push(breakBefore(text, at, 'break-before-members', 0.85));
      }
    });
  }
  return { edits: edits.sort((a, b) => a.from - b.from) };
};

/**
 * True where a member of any kind may open: with 在, with 从, or with Han text up to a colon. Few do, and the patterns need
 * not look at the others.
 *
 * @param mark the first mark from `at` on
 */
function mayOpen(text: string, at: number, mark: number | undefined): boolean {
  const first = text.charCodeAt(at);
  return first === IN || first === FROM || (mark !== undefined && text.charCodeAt(mark) === COLON);
}
