import { type Edit, textSpan } from '../../alignment/index.ts';
import { CLOSING, classAt, HAN, LINE_BREAK, OPENING, WIDE_MARK } from '../characters.ts';
import type { RepairRule, RuleFinding } from '../rule.ts';

/** A title longer than this has lost its end rather than gone on. */
const LONGEST = 60;
/** What the names of documents end with: where one half of a title is left, its end is behind the first of these. */
const ENDINGS = [
  '条例',
  '规定',
  '办法',
  '意见',
  '通知',
  '决定',
  '纲要',
  '规划',
  '方案',
  '指南',
  '公告',
  '细则',
  '准则',
  '法',
];
/** What stands right before a title; where the first half is lost, it stood behind the last of these. */
const STARTS = [
  '根据',
  '按照',
  '依照',
  '依据',
  '印发',
  '发布',
  '公布',
  '颁布',
  '违反',
  '修改',
  '贯彻',
  '落实',
  '执行',
];
/** What the names of laws begin with. */
const NATION = '中华人民共和国';

/** A first half whose second one has not come yet. */
interface Half {
  readonly at: number;
  readonly single: boolean;
  /** Pairs of 《》 right inside it: those should be 〈〉. */
  readonly inner: (readonly [opens: number, closes: number])[];
}

/**
 * Makes 《》 and 〈〉 pair: a half whose other one is plain is given it, a half of the wrong kind gets the right one, and
 * a title inside a title has 〈〉 (GB/T 15834, 4.15). Halves whose partner is not to be seen are reported.
 */
export const closeTitles: RepairRule = ({ text, passages, marks }) => {
  const edits: Edit[] = [];
  const findings: RuleFinding[] = [];
  const write = (at: number, insert: string, confidence: number) =>
    edits.push({ from: at, to: at + 1, insert, rule: 'close-titles', confidence });
  const unpaired = (at: number) =>
    findings.push({
      severity: 'warning',
      rule: 'close-titles',
      reason: `'${text[at]}' has no other half`,
      at: textSpan(at, at + 1),
    });
  const giveUp = ({ at, single }: Half, end: number) => {
    const last = single ? -1 : endOfName(text, at + 1, end);
    if (last < 0) unpaired(at);
    else write(last, `${text[last]}》`, 0.8);
  };
  // A line may break inside a title: the first halves of one line wait for the next.
  let waiting: Half[] = [];
  let waitingTo = 0;
  for (const { condition, start, end, firstMark, lastMark } of passages) {
    if (condition === 'foreign') continue;
    const open: Half[] = [];
    for (let i = firstMark; i < lastMark; i++) {
      const at = marks[i];
      const unit = text.charCodeAt(at);
      if (unit < 0x3008 || unit > 0x300b) continue;
      const single = unit < 0x300a;
      if (unit === 0x3008 || unit === 0x300a) {
        open.push({ at, single, inner: [] });
        continue;
      }
      if (!single && open.at(-1)?.single && open.at(-2)?.single === false) unpaired(open.pop()!.at);
      const half = open.pop() ?? waiting.pop();
      if (half === undefined) {
        const first = single ? -1 : startOfName(text, at, start);
        if (first < 0) unpaired(at);
        else write(first, `《${text[first]}`, 0.75);
      } else if (half.single !== single) {
        if (single) write(at, '》', 0.9);
        else write(half.at, '《', 0.9);
      } else {
        const outer = open.at(-1);
        if (!single && outer?.single === false) outer.inner.push([half.at, at]);
        for (const [opens, closes] of half.inner) {
          write(opens, '〈', 0.9);
          write(closes, '〉', 0.9);
        }
      }
    }
    for (const half of waiting) giveUp(half, waitingTo);
    waiting = open;
    waitingTo = end;
  }
  for (const half of waiting) giveUp(half, waitingTo);
  return { edits: edits.sort((a, b) => a.from - b.from), findings };
};

/** The last character of the document's name that begins at `from`; -1 where none ends before a mark. */
function endOfName(text: string, from: number, end: number): number {
  for (let at = from; at < Math.min(end, from + LONGEST); at++) {
    const kind = classAt(text, at);
    if (kind === WIDE_MARK || text[at] === '《' || text[at] === '》') return -1;
    if (kind !== HAN) continue;
    for (const ending of ENDINGS) {
      // A name that goes on, as in 规定的, has ended all the same; one such as 法规 has not.
      if (at > from + 1 && text.startsWith(ending, at) && text[at + ending.length] !== '规')
        return at + ending.length - 1;
    }
  }
  return -1;
}

/** The first character of the document's name that ends before `to`; -1 where it is not to be seen. */
function startOfName(text: string, to: number, start: number): number {
  if (!ENDINGS.some((ending) => text.startsWith(ending, to - ending.length))) return -1;
  for (let at = to - 1; at >= Math.max(start, to - LONGEST); at--) {
    const kind = classAt(text, at);
    if (kind === WIDE_MARK || kind === CLOSING || kind === OPENING || kind === LINE_BREAK) return -1;
    if (text.startsWith(NATION, at)) return at;
    const word = STARTS.find((start) => text.startsWith(start, at));
    if (word !== undefined && to - at - word.length > 3) {
      const first = at + word.length;
      return text[first] === '了' ? first + 1 : first;
    }
  }
  return -1;
}
