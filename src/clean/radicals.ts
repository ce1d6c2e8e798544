import type { Dictionaries } from '../dictionary/index.ts';
import type { CharacterRule } from './character-rule.ts';

const key = Symbol('radicals');

/**
 * Radicals written for the characters that look like them: text copied from a PDF says ⼈⼤ for 人大.
 * Kangxi radicals have their character in Unicode's compatibility data; the supplement in `radicals.tsv`.
 */
export const radicals: CharacterRule = {
  id: 'radicals',
  covers: () => [[0x2e80, 0x2fd5]],
  edit: (text, at, end, _notice, dictionaries) => {
    const character = text[at];
    const insert =
      character >= '\u2f00'
        ? character.normalize('NFKC')
        : (supplement(dictionaries).get(character) ?? character);
    if (insert === character) return undefined;
    return { from: at, to: end, insert, rule: 'radicals', confidence: 1 };
  },
};

function supplement(dictionaries: Dictionaries): ReadonlyMap<string, string> {
  return dictionaries.derived(
    key,
    () => new Map(dictionaries.rows('radicals').map(({ radical, character }) => [radical, character])),
  );
}
