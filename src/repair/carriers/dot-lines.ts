import { type Edit, splitsPair, textSpan } from '../../alignment/index.ts';
import type { RepairRule, RuleFinding } from '../rule.ts';
import { isClauseLine, isVerse } from './line-kinds.ts';

/** How many lines without a mark must stand together to be a text; verse can be shorter. */
const LINES = 6;
const VERSES = 4;
/** Shortest and longest a clause is on average, in UTF-16 units. */
const SHORTEST = 6;
const LONGEST = 25;

/**
 * What clauses of running text begin with, and names, titles and headings hardly ever: of lines of running text a
 * seventh to a third, of the lines of lists in the corpus one in eight at most.
 */
const GOES_ON =
  /^(?:并|但|而|也|还|又|将|要|在|对|使|为|从|以|其|同时|因此|由于|如|若|即|且|或|及|与|和|不|未|已|正|仍|更|都|是|有|这|该|此|他|她|它|我|你|据|按|经|让|把|被|令|向|由|于|就|可|应|需|能|会|则|只|才|所|到|目前|当前|近年|今年|去年|今后|此外|另外|下一步|日前|近日)/;
/** Undertakings, which fill reports clause by clause. Headings have them too, but no dozen of those stands without text and number. */
const UNDERTAKES =
  /^(?:推进|推动|加强|加快|支持|落实|建设|建成|培育|开展|完善|实施|健全|强化|构建|打造|提升|提高|促进|深化|发展|扩大|优化|坚持|组织|统筹|引导|鼓励|创新|改善|严格|积极|大力|全面|深入|持续|进一步|继续|扎实|着力|新增|确保|实现)/;
/** How many lines must go on, and their share: of few lines more than of many. */
const evidence = [
  { lines: 2, share: 0.15 },
  { lines: 5, share: 0.07 },
] as const;
/** How many lines, and what share of them must go on or tell of undertakings. */
const UNDERTAKINGS = { lines: 12, share: 0.3 } as const;
/** Lines of a list end alike: 通知, 局, 市. */
const ALIKE = 0.34;

interface Line {
  readonly start: number;
  readonly end: number;
}

/**
 * Joins lines whose breaks stand for the marks of their text, each line a clause: the breaks become dots, which are then
 * typed like those of any flattened text. Lists, tables and verse are left alone; verse is reported.
 */
export const dotLines: RepairRule = ({ text }) => {
  const edits: Edit[] = [];
  const findings: RuleFinding[] = [];
  for (const run of runsOf(text)) {
    const clauses = run.map(({ start, end }) => text.slice(start, end));
    const at = textSpan(run[0].start, run[run.length - 1].end);
    if (isVerse(clauses)) {
      const reason = `${run.length} lines of one length without a mark are verse; they are left alone`;
      findings.push({ severity: 'info', rule: 'dot-lines', reason, at });
    } else if (isRunningText(clauses)) edits.push(...dotsOf(text, run));
  }
  return { edits, findings };
};

/** Runs of lines that could be clauses or verses. */
function* runsOf(text: string): Generator<Line[]> {
  let run: Line[] = [];
  for (let start = 0; start <= text.length; ) {
    let end = text.indexOf('\n', start);
    if (end < 0) end = text.length;
    if (isClauseLine(text, start, end)) run.push({ start, end });
    else {
      if (run.length >= VERSES) yield run;
      run = [];
    }
    start = end + 1;
  }
  if (run.length >= VERSES) yield run;
}

function isRunningText(clauses: readonly string[]): boolean {
  if (clauses.length < LINES) return false;
  const mean = clauses.reduce((sum, { length }) => sum + length, 0) / clauses.length;
  if (mean < SHORTEST || mean > LONGEST) return false;
  const going = clauses.filter((clause) => GOES_ON.test(clause)).length;
  const undertakes = clauses.filter((clause) => UNDERTAKES.test(clause)).length;
  const goesOn =
    evidence.some(({ lines, share }) => going >= lines && going >= share * clauses.length) ||
    (clauses.length >= UNDERTAKINGS.lines && going + undertakes >= UNDERTAKINGS.share * clauses.length);
  if (!goesOn) return false;
  const ends = new Map<string, number>();
  for (const clause of clauses) {
    const last = clause[clause.length - 1];
    ends.set(last, (ends.get(last) ?? 0) + 1);
  }
  return Math.max(...ends.values()) <= ALIKE * clauses.length;
}

function dotsOf(text: string, run: readonly Line[]): Edit[] {
  const share = 0.9;
  const edits = run.slice(0, -1).map(
    ({ end }): Edit => ({
      from: end,
      to: end + 1,
      insert: '.',
      rule: 'dot-lines',
      confidence: share,
      reason: 'in these lines the breaks stand for the marks',
    }),
  );
  const { end } = run[run.length - 1];
  const from = splitsPair(text, end - 1) ? end - 2 : end - 1;
  edits.push({ from, to: end, insert: `${text.slice(from, end)}.`, rule: 'dot-lines', confidence: share });
  return edits;
}
