import { unitTable } from '../dictionary/index.ts';
import { SPACE, type Stretch, trimmed } from './clause.ts';
import type { RelateLexicon } from './relate-context.ts';

/** White space and marks that stand after words which lead into a clause. */
const LEAD_MARKS = unitTable(`，,：:${SPACE}`);

/** Words that say how large a share is of something before them. */
const HOLDS: ReadonlySet<string> = new Set(['占', '占到', '仅占', '有', '达']);

/** Before 均: an average. */
const AVERAGES = '平年人户日月亩地单次';

/** How many words are taken off one edge: more than any clause has. */
const LIMIT = 12;

/**
 * What a figure's clause says is measured: the stretch before the figure, without the words that lead into the clause
 * and those that lead to the figure. Empty where the clause leaves its subject out.
 */
export function subjectBefore(text: string, stretch: Stretch, lexicon: RelateLexicon): Stretch {
  let { start, end } = trimmed(text, stretch);
  // The cells of a row are no phrase together.
  start += text.slice(start, end).lastIndexOf('\t') + 1;
  start = beyondNumber(text, start, end);
  for (let i = 0; i < LIMIT && start < end; i++) {
    const lead = lexicon.leads.at(text, start);
    if (lead === undefined || !lead.value || start + lead.word.length > end) break;
    start = skipEdges(text, start + lead.word.length, end);
  }
  let held = false;
  for (let i = 0; i < LIMIT && start < end; i++) {
    const tail: { word: string; value: boolean } | undefined =
      lexicon.copulas.before(text, end) ?? (held ? undefined : lexicon.judgements.before(text, end));
    if (tail === undefined || tail.value === false || end - tail.word.length < start) break;
    // 平均为 ends in a word that is measured, and not in 均为.
    const averages =
      tail.word[0] === '均' && AVERAGES.includes(text[end - tail.word.length - 1] ?? '-') ? 1 : 0;
    end = trimmed(text, { start, end: end - tail.word.length + averages }).end;
    if (averages > 0) break;
    // 资金不足的占49%: 不足 is what the share is of, and no judgement of it.
    if (held) break;
    held = HOLDS.has(tail.word) && text[end - 1] === '的';
  }
  return { start, end };
}

/** Beyond the number of a heading: （二）| before 便利企业开办方面. */
function beyondNumber(text: string, start: number, end: number): number {
  if (text[start - 1] !== '（' && text[start - 1] !== '(') return start;
  const found = BRACKETED_NUMBER.exec(text.slice(start, Math.min(end, start + 5)));
  return found === null ? start : trimmed(text, { start: start + found[0].length, end }).start;
}

const BRACKETED_NUMBER = /^[一二三四五六七八九十\d]{1,3}[）)]/u;

/** The rest of a clause after a figure that comes first: 26%的省级政府设立了… */
export function subjectAfter(text: string, stretch: Stretch): Stretch {
  const { start, end } = trimmed(text, stretch);
  return text[start] === '的' ? trimmed(text, { start: start + 1, end }) : { start, end };
}

function skipEdges(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && LEAD_MARKS[text.charCodeAt(at)] === 1) at++;
  return at;
}
