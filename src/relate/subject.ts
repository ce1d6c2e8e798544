import { unitTable } from '../dictionary/index.ts';
import { SPACE, type Stretch, trimmed } from './clause.ts';
import type { RelateLexicon } from './relate-context.ts';

/** White space and marks that stand after words which lead into a clause. */
const LEAD_MARKS = unitTable(`，,：:${SPACE}`);

/** How many words are taken off one edge: more than any clause has. */
const LIMIT = 12;

/**
 * What a figure's clause says is measured: the stretch before the figure, without the words that lead into the clause
 * and those that lead to the figure. Empty where the clause leaves its subject out.
 */
export function subjectBefore(text: string, stretch: Stretch, lexicon: RelateLexicon): Stretch {
  let { start, end } = trimmed(text, stretch);
  for (let i = 0; i < LIMIT && start < end; i++) {
    const lead = lexicon.leads.at(text, start);
    if (lead === undefined || start + lead.word.length > end) break;
    start = skipEdges(text, start + lead.word.length, end);
  }
  for (let i = 0; i < LIMIT && start < end; i++) {
    const tail = lexicon.copulas.before(text, end) ?? lexicon.judgements.before(text, end);
    if (tail === undefined || end - tail.word.length < start) break;
    end = trimmed(text, { start, end: end - tail.word.length }).end;
  }
  return { start, end };
}

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

/** The parts of 省级、地市级和区县级覆盖率, for figures that are given 分别. */
export function coordinated(text: string, { start, end }: Stretch): Stretch[] {
  const parts: Stretch[] = [];
  let from = start;
  for (let at = start; at < end; at++) {
    if (
      text[at] === '、' ||
      ((text[at] === '和' || text[at] === '与' || text[at] === '及') && parts.length > 0)
    ) {
      if (at > from) parts.push({ start: from, end: at });
      from = at + 1;
    }
  }
  if (from < end) parts.push({ start: from, end });
  return parts;
}
