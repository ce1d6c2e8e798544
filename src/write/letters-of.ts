const LETTERS = /[\p{L}\p{N}]+/gu;
const OTHERS = /[^\p{L}\p{N}]+/gu;

/** 1 for each UTF-16 unit that is a letter or a digit; made when it is first asked for. */
let table: Uint8Array | undefined;

function isLetter(): Uint8Array {
  if (table !== undefined) return table;
  table = new Uint8Array(0x10000);
  // By the pattern itself, a stretch of units at a time, and apart from surrogates, of which two make a character.
  for (const [first, last] of [
    [0, 0xd800],
    [0xe000, 0x10000],
  ]) {
    const units = Array.from({ length: last - first }, (_, i) => String.fromCharCode(first + i)).join('');
    for (const { index, 0: run } of units.matchAll(LETTERS))
      table.fill(1, first + index, first + index + run.length);
  }
  return table;
}

/**
 * The letters and digits of a text, all else left out. By a table, as Unicode's classes are so many ranges that a pattern
 * takes ten times as long; a text with characters beyond the basic plane goes through the pattern.
 */
export function lettersOf(text: string): string {
  const letter = isLetter();
  let found = '';
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (letter[unit] === 1) continue;
    if ((unit & 0xf800) === 0xd800) return text.replace(OTHERS, '');
    if (at > from) found += text.slice(from, at);
    from = at + 1;
  }
  return found + text.slice(from);
}
