import { type Edit, splitsPair } from '../../alignment/index.ts';

/** The edit that begins a new line at `at`: it rewrites the character before, as no edit may be empty. */
export function breakBefore(text: string, at: number, rule: string, confidence: number): Edit {
  const from = splitsPair(text, at - 1) ? at - 2 : at - 1;
  return { from, to: at, insert: `${text.slice(from, at)}\n`, rule, confidence };
}
