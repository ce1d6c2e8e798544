import { textSpan } from '../alignment/index.ts';
import type { Dictionaries } from '../dictionary/index.ts';
import type { CharacterRule } from './character-rule.ts';

const key = Symbol('private-use');

/**
 * Private-use code points mean what one vendor said they mean. Those that GB 18030 and Microsoft's symbol
 * fonts left in countless texts have their character in `private-use.tsv`; any other is reported and kept.
 */
export const privateUse: CharacterRule = {
  id: 'private-use',
  covers: () => [
    [0xe000, 0xf8ff],
    [0xf0000, 0x10ffff],
  ],
  edit: (text, at, end, notice, dictionaries) => {
    const character = text.slice(at, end);
    const known = meanings(dictionaries).get(character);
    if (known !== undefined) {
      const { insert, reason } = known;
      return { from: at, to: end, insert, rule: 'private-use', confidence: 0.9, reason };
    }
    const name = `U+${(character.codePointAt(0) as number).toString(16).toUpperCase()}`;
    notice({
      severity: 'warning',
      rule: 'private-use',
      reason: `${name} is a private-use character: what it stands for is not known`,
      at: textSpan(at, end),
      note: 'If you know it, add a row to private-use.tsv in a dictionaries folder of your own.',
    });
    return undefined;
  },
};

function meanings(dictionaries: Dictionaries): ReadonlyMap<string, { insert: string; reason: string }> {
  return dictionaries.derived(
    key,
    () =>
      new Map(
        dictionaries
          .rows('private-use')
          .map(({ code, character, vendor }) => [
            String.fromCodePoint(Number.parseInt(code, 16)),
            { insert: character, reason: `${vendor} wrote U+${code} for ${character}` },
          ]),
      ),
  );
}
