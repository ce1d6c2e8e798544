import { existsSync, readFileSync } from 'node:fs';
import { sourceSpan } from '../../src/alignment/index.ts';
import { repaired } from './repaired.ts';

/** Where the texts stand that the labels are for; absent outside the project's own workplace. */
const sources = new URL('../../../shared/sources/', import.meta.url);

/** Two real texts, every dot labelled by hand before any tuning. The first was for looking at, the second for testing only. */
export const labelled = { development: '001_2b290e6f36e279c6', test: '004_e46a115cdfa4f8dd' } as const;

export const labelledTextsExist = existsSync(sources);

/** One dot of a labelled text: what it may stand for, the likeliest first, and what the step made of it. */
export interface LabelledDot {
  readonly ordinal: number;
  readonly accepted: readonly string[];
  readonly repaired: string;
  readonly context: string;
}

/** Repairs a labelled text and puts each of its dots beside its label. */
export function scoreLabelled(name: string): LabelledDot[] {
  const source = readFileSync(new URL(`${name}.txt`, sources), 'utf8');
  const rows = readFileSync(new URL(`labels/${name}.tsv`, import.meta.url), 'utf8')
    .trimEnd()
    .split('\n')
    .slice(1);
  const { alignment } = repaired(source);
  const dots: LabelledDot[] = [];
  let at = -1;
  for (const row of rows) {
    const [ordinal, accepted] = row.split('\t');
    at = source.indexOf('.', at + 1);
    const { start, end } = alignment.toText(sourceSpan(at, at + 1));
    dots.push({
      ordinal: Number(ordinal),
      accepted: accepted.split('/'),
      repaired: alignment.text.slice(start, end).replaceAll('\n', ''),
      context: source.slice(at - 10, at + 10),
    });
  }
  return dots;
}

export const isAccepted = ({ accepted, repaired }: LabelledDot) => accepted.includes(repaired);
