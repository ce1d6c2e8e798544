import type { CharacterRule } from './character-rule.ts';

/**
 * Characters that show nothing and break searches: zero-width spaces and joiners, byte order marks inside
 * the text, soft hyphens, marks of writing direction.
 *
 * Joiners stay where they do something: inside an emoji sequence and in scripts that join letters.
 */
export const invisibleCharacters: CharacterRule = {
  id: 'invisible-characters',
  covers: () => [
    [0xad, 0xad],
    [0x034f, 0x034f],
    [0x061c, 0x061c],
    [0x115f, 0x1160],
    [0x17b4, 0x17b5],
    [0x180e, 0x180e],
    [0x200b, 0x200f],
    [0x202a, 0x202e],
    [0x2060, 0x206f],
    [0x3164, 0x3164],
    [0xfeff, 0xfeff],
    [0xffa0, 0xffa0],
    [0xfff9, 0xfffb],
  ],
  edit: (text, at, end) => {
    const unit = text.charCodeAt(at);
    if ((unit === 0x200c || unit === 0x200d) && joins(text, at)) return undefined;
    return { from: at, to: end, insert: '', rule: 'invisible-characters', confidence: 1 };
  },
};

/** True where a joiner stands after an emoji or a letter of a script from Hebrew to Mongolian. */
function joins(text: string, at: number): boolean {
  const base = baseBefore(text, at);
  return base !== undefined && (isPictograph(base) || (base >= 0x590 && base < 0x1d00));
}

/** The last code point before `at` that is neither invisible nor a variation selector. */
export function baseBefore(text: string, at: number): number | undefined {
  for (let i = at - 1; i >= 0; i--) {
    const unit = text.charCodeAt(i);
    if ((unit >= 0x200b && unit <= 0x200f) || (unit >= 0xfe00 && unit <= 0xfe0f) || unit === 0xfeff) continue;
    const isLow = unit >= 0xdc00 && unit < 0xe000 && i > 0;
    return text.codePointAt(isLow && (text.codePointAt(i - 1) as number) > 0xffff ? i - 1 : i);
  }
  return undefined;
}

/** True for code points that an emoji sequence is made of. */
export function isPictograph(point: number): boolean {
  return (
    point > 0x2000 && /^[\p{Extended_Pictographic}\p{Emoji_Modifier}]$/u.test(String.fromCodePoint(point))
  );
}
