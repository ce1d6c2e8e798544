import type { CharacterRule } from './character-rule.ts';

/**
 * A full-width mark inside a number or a Latin word belongs to it and becomes ASCII: ３．５, km／h, Ａ＆Ｂ.
 * Anywhere else it is a Chinese mark and stays. Runs after digits and letters have become ASCII.
 */
export const fullWidthMarks: CharacterRule = {
  id: 'full-width-marks',
  covers: () => [
    [0xff03, 0xff03],
    [0xff06, 0xff06],
    [0xff0b, 0xff0b],
    [0xff0d, 0xff0f],
    [0xff1d, 0xff1d],
    [0xff20, 0xff20],
    [0xff3f, 0xff3f],
  ],
  edit: (text, at, end) => {
    if (!isAlphanumeric(text.charCodeAt(at - 1)) || !isAlphanumeric(text.charCodeAt(end))) return undefined;
    const insert = String.fromCharCode(text.charCodeAt(at) - 0xfee0);
    return { from: at, to: end, insert, rule: 'full-width-marks', confidence: 0.95 };
  },
};

function isAlphanumeric(unit: number): boolean {
  return (unit > 0x2f && unit < 0x3a) || (unit > 0x40 && unit < 0x5b) || (unit > 0x60 && unit < 0x7b);
}
