/** Word F1 against the SIGHAN 2005 test sets, for the evaluation and for the tests that hold its figures. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Converter } from 'opencc-js/t2cn';
import type { WordStyle } from '../src/segment/shape-words.ts';

/** A test set, and the style that its standard asks for. */
export interface GoldSet {
  readonly name: string;
  readonly file: string;
  readonly hant: boolean;
  readonly style: WordStyle;
}

export const goldSets: readonly GoldSet[] = [
  { name: 'MSR', file: 'msr_test_gold.utf8', hant: false, style: 'whole' },
  { name: 'AS', file: 'as_testing_gold.utf8', hant: true, style: 'parts' },
];

/** Lines of words as the set has them; converted word by word's place, so that the edges stay. */
export function readGold(folder: string, { file, hant }: GoldSet): string[][] {
  const convert = hant ? Converter({ from: 't', to: 'cn' }) : undefined;
  const lines: string[][] = [];
  for (const line of readFileSync(join(folder, file), 'utf8').split(/\r?\n/)) {
    const words = line.split(/[\s\u3000]+/).filter((word) => word !== '');
    if (words.length === 0) continue;
    const text = convert?.(words.join('')) ?? words.join('');
    // Two lines hold characters whose Simplified form lies beyond the first plane: as code points they still match.
    const points = [...text];
    let at = 0;
    lines.push(
      words.map((word) => {
        const { length } = [...word];
        at += length;
        return points.slice(at - length, at).join('');
      }),
    );
  }
  return lines;
}

/** F1 of words, in per cent: a word counts where both its edges are right and no edge lies between them. */
export function wordF1(gold: readonly string[][], cut: (text: string) => string[]): number {
  let expected = 0;
  let given = 0;
  let right = 0;
  for (const words of gold) {
    const ours = cut(words.join(''));
    expected += words.length;
    given += ours.length;
    for (let i = 0, j = 0, at = 0, reached = 0; i < words.length && j < ours.length; ) {
      if (at === reached && words[i].length === ours[j].length) right++;
      if (at + words[i].length <= reached + ours[j].length) {
        if (at + words[i].length === reached + ours[j].length) reached += ours[j++].length;
        at += words[i++].length;
      } else reached += ours[j++].length;
    }
  }
  return (200 * right) / (expected + given);
}
