import type { CharacterRule } from './character-rule.ts';

/**
 * CJK compatibility ideographs are second code points for characters that have one already. Unicode calls
 * them canonically equal, so NFC of the single character is the character. Not NFKC of the text: ², ½, ㎡
 * and ① carry meaning and stay.
 */
export const compatibilityIdeographs: CharacterRule = {
  id: 'compatibility-ideographs',
  covers: () => [
    [0xf900, 0xfaff],
    [0x2f800, 0x2fa1f],
  ],
  edit: (text, at, end) => {
    const character = text.slice(at, end);
    const insert = character.normalize('NFC');
    if (insert === character) return undefined;
    return { from: at, to: end, insert, rule: 'compatibility-ideographs', confidence: 1 };
  },
};
