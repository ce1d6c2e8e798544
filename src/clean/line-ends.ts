import type { CharacterRule } from './character-rule.ts';

/**
 * Every way to end a line becomes `\n`: CRLF, lone CR, vertical tab, form feed, NEL, and Unicode's line
 * and paragraph separators.
 */
export const lineEnds: CharacterRule = {
  id: 'line-ends',
  covers: () => [
    [0x0b, 0x0d],
    [0x85, 0x85],
    [0x2028, 0x2029],
  ],
  edit: (text, at, end) => {
    const to = text[at] === '\r' && text[end] === '\n' ? end + 1 : end;
    return { from: at, to, insert: '\n', rule: 'line-ends', confidence: 1 };
  },
};
