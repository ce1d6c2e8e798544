import type { CharacterRule } from './character-rule.ts';

/** Full-width digits, Latin letters and ％ become ASCII, half-width 。「」、 Chinese marks. ，：（） stay. */
export const fullWidthForms: CharacterRule = {
  id: 'full-width-forms',
  covers: () => [
    [0xff05, 0xff05],
    [0xff10, 0xff19],
    [0xff21, 0xff3a],
    [0xff41, 0xff5a],
    [0xff61, 0xff64],
  ],
  edit: (text, at) => {
    let insert = '';
    let to = at;
    for (; to < text.length && insert.length === to - at; to++) insert += asciiOf(text.charCodeAt(to));
    if (insert.length < to - at) to--;
    return { from: at, to, insert, rule: 'full-width-forms', confidence: 1 };
  },
};

/** The ASCII character of a full-width form that this rule covers; `''` for any other unit. */
function asciiOf(unit: number): string {
  if (unit >= 0xff61 && unit <= 0xff64) return '。「」、'[unit - 0xff61];
  const isForm =
    unit === 0xff05 ||
    (unit >= 0xff10 && unit <= 0xff19) ||
    (unit >= 0xff21 && unit <= 0xff3a) ||
    (unit >= 0xff41 && unit <= 0xff5a);
  return isForm ? String.fromCharCode(unit - 0xfee0) : '';
}
