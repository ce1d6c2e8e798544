import { HAN_ATOM, LATIN_ATOM, NUMBER_ATOM } from './scan-atoms.ts';
import type { SpanList } from './span-list.ts';

/**
 * Joins words that mix Han with Latin letters or figures, as the dictionaries have them: B超, 卡拉OK, 5G手机.
 *
 * The atom that is not Han takes in the Han of the word; the run of Han beside it gives it up, and may become empty.
 *
 * @param mixed the words, by their first part that is not Han
 */
export function joinMixedWords(
  text: string,
  atoms: SpanList,
  mixed: ReadonlyMap<string, readonly string[]>,
): void {
  if (mixed.size === 0) return;
  const { starts, ends, pos } = atoms;
  for (let i = 0; i < atoms.length; i++) {
    if (pos[i] !== LATIN_ATOM && pos[i] !== NUMBER_ATOM) continue;
    const words = mixed.get(text.slice(starts[i], ends[i]));
    if (words === undefined) continue;
    const part = ends[i] - starts[i];
    for (const word of words) {
      const before = word.indexOf(text.slice(starts[i], ends[i]));
      const from = starts[i] - before;
      const to = from + word.length;
      const after = to - starts[i] - part;
      const beforeFits =
        before === 0 ||
        (i > 0 && pos[i - 1] === HAN_ATOM && ends[i - 1] === starts[i] && starts[i - 1] <= from);
      const afterFits =
        after === 0 ||
        (i + 1 < atoms.length && pos[i + 1] === HAN_ATOM && starts[i + 1] === ends[i] && ends[i + 1] >= to);
      if (!beforeFits || !afterFits || !text.startsWith(word, from)) continue;
      if (before > 0) ends[i - 1] = from;
      if (after > 0) starts[i + 1] = to;
      starts[i] = from;
      ends[i] = to;
      break;
    }
  }
}
