import { configs } from 'opencc-js/preset/t2cn';
import type { Dictionaries } from '../dictionary/index.ts';

const key = Symbol('surnames in both scripts');

/** The surnames of `surnames.tsv` and their Traditional forms, which OpenCC's character list tells. */
export function surnamesOf(dictionaries: Dictionaries): ReadonlySet<string> {
  return dictionaries.derived(key, () => {
    const surnames = new Set(dictionaries.rows('surnames').map(({ surname }) => surname));
    const traditional = new Map<string, string[]>();
    for (const entry of (configs.t2s.conversionChain[0][1] as string).split('|')) {
      const [from, to] = entry.split(' ');
      if (from !== to) traditional.set(to, [...(traditional.get(to) ?? []), from]);
    }
    for (const surname of [...surnames]) {
      let forms = [''];
      for (const character of surname) {
        const next = [character, ...(traditional.get(character) ?? [])];
        forms = forms.flatMap((form) => next.map((one) => form + one));
      }
      for (const form of forms) surnames.add(form);
    }
    return surnames;
  });
}
