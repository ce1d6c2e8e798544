/**
 * What a character is when it comes to the space beside it. `wide-mark` is a mark as wide as a Han
 * character (。，《》“”), `mark` an ASCII one; `other` is whatever else can be seen.
 */
export type CharacterKind =
  | 'han'
  | 'digit'
  | 'letter'
  | 'wide-mark'
  | 'mark'
  | 'space'
  | 'line-end'
  | 'edge'
  | 'other';

const kinds: readonly CharacterKind[] = [
  'other',
  'han',
  'digit',
  'letter',
  'wide-mark',
  'mark',
  'space',
  'line-end',
  'edge',
];
const table = new Uint8Array(0x10000);

function mark(kind: CharacterKind, ...ranges: readonly (readonly [number, number])[]): void {
  for (const [first, last] of ranges) table.fill(kinds.indexOf(kind), first, last + 1);
}

mark('mark', [0x21, 0x2f], [0x3a, 0x40], [0x5b, 0x60], [0x7b, 0x7e]);
mark('digit', [0x30, 0x39]);
mark(
  'letter',
  [0x41, 0x5a],
  [0x61, 0x7a],
  [0xaa, 0xaa],
  [0xb5, 0xb5],
  [0xba, 0xba],
  [0xc0, 0xd6],
  [0xd8, 0xf6],
);
mark('letter', [0xf8, 0x2af], [0x300, 0x36f], [0x370, 0x52f], [0x1e00, 0x1fff]);
mark('han', [0x2e80, 0x2fd5], [0x3005, 0x3007], [0x3021, 0x3029], [0x3031, 0x3035], [0x3040, 0x31bf]);
mark('han', [0x31f0, 0x31ff], [0x3400, 0x4dbf], [0x4e00, 0x9fff], [0xf900, 0xfaff], [0xd840, 0xd88f]);
mark('wide-mark', [0x2014, 0x2015], [0x2018, 0x201f], [0x2026, 0x2026], [0xb7, 0xb7], [0x3001, 0x3003]);
mark('wide-mark', [0x3008, 0x3011], [0x3013, 0x301f], [0xfe10, 0xfe19], [0xfe30, 0xfe4f], [0xff01, 0xff0f]);
mark('wide-mark', [0xff1a, 0xff20], [0xff3b, 0xff40], [0xff5b, 0xff64]);
mark('space', [0x09, 0x09], [0x20, 0x20], [0xa0, 0xa0], [0x1680, 0x1680], [0x2000, 0x200a]);
mark('space', [0x202f, 0x202f], [0x205f, 0x205f], [0x3000, 0x3000]);
mark('line-end', [0x0a, 0x0a]);

/** The kind of the character that starts at UTF-16 index `at`; `edge` beyond the text. */
export function kindAt(text: string, at: number): CharacterKind {
  return at >= text.length ? 'edge' : kinds[table[text.charCodeAt(at)]];
}

/** The kind of the character that ends at UTF-16 index `at`; `edge` at the start of the text. */
export function kindBefore(text: string, at: number): CharacterKind {
  if (at <= 0) return 'edge';
  const unit = text.charCodeAt(at - 1);
  const isLow = unit >= 0xdc00 && unit < 0xe000;
  return kinds[table[isLow && at > 1 ? text.charCodeAt(at - 2) : unit]];
}

/** True for a UTF-16 unit that is white space within a line. */
export function isSpace(unit: number): boolean {
  return table[unit] === 6;
}
