import type { CharacterRule } from './character-rule.ts';
import { baseBefore, isPictograph } from './invisible-characters.ts';

/**
 * Variation selectors choose among shapes of one character (葛󠄀 and 葛󠄁); the character is what the text says,
 * so they go. In emoji they change what is seen and stay.
 */
export const variationSelectors: CharacterRule = {
  id: 'variation-selectors',
  covers: () => [
    [0x180b, 0x180d],
    [0xfe00, 0xfe0f],
    [0xe0100, 0xe01ef],
  ],
  edit: (text, at, end) => {
    const base = baseBefore(text, at);
    if (base !== undefined && end === at + 1 && (isPictograph(base) || isKeycap(base))) return undefined;
    return { from: at, to: end, insert: '', rule: 'variation-selectors', confidence: 1 };
  },
};

function isKeycap(point: number): boolean {
  return point < 0x3a && point > 0x22 && /[#*0-9]/.test(String.fromCodePoint(point));
}
