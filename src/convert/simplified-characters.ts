import { configs } from 'opencc-js/preset/t2cn';
import type { Dictionaries } from '../dictionary/index.ts';

const key = Symbol('simplified characters');

/**
 * Per UTF-16 unit, its Simplified form where a single unit has one by itself, else the unit: OpenCC's
 * character list and `variant-characters.tsv`. What a character becomes in its word is another question.
 */
export function simplifiedUnits(dictionaries: Dictionaries): Uint16Array {
  return dictionaries.derived(key, () => {
    const units = Uint16Array.from({ length: 0x10000 }, (_, unit) => unit);
    const learn = (from: string, to: string) => {
      if (from.length === 1 && to.length === 1) units[from.charCodeAt(0)] = to.charCodeAt(0);
    };
    for (const { variant, standard } of dictionaries.rows('variant-characters')) learn(variant, standard);
    for (const entry of (configs.t2s.conversionChain[0][1] as string).split('|')) {
      const [from, to] = entry.split(' ');
      learn(from, to);
    }
    return units;
  });
}

/** The text with every unit in its Simplified form by itself; the same length. */
export function simplifyUnits(text: string, units: Uint16Array): string {
  let simplified = '';
  for (let at = 0; at < text.length; at++) simplified += String.fromCharCode(units[text.charCodeAt(at)]);
  return simplified;
}
