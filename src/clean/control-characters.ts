import { textSpan } from '../alignment/index.ts';
import type { CharacterRule } from './character-rule.ts';

/** Control characters other than tab and line ends have no place in a text: they go, with a finding. */
export const controlCharacters: CharacterRule = {
  id: 'control-characters',
  covers: () => [
    [0x00, 0x08],
    [0x0e, 0x1f],
    [0x7f, 0x84],
    [0x86, 0x9f],
  ],
  edit: (text, at, end, notice) => {
    let to = end;
    while (to < text.length && isControl(text.charCodeAt(to))) to++;
    const name = `U+${text.charCodeAt(at).toString(16).toUpperCase().padStart(4, '0')}`;
    const count = to - at === 1 ? name : `${to - at} control characters, the first ${name},`;
    notice({
      severity: 'warning',
      rule: 'control-characters',
      reason: `${count} removed`,
      at: textSpan(at, to),
      note: 'Control characters often mean that a binary file was read as text, or a wrong encoding.',
    });
    return { from: at, to, insert: '', rule: 'control-characters', confidence: 1 };
  },
};

function isControl(unit: number): boolean {
  return unit < 0x09 || (unit > 0x0d && unit < 0x20) || (unit > 0x7e && unit < 0xa0 && unit !== 0x85);
}
