/** No title is longer, in UTF-16 units. */
const LONGEST_TITLE = 60;

/** Where the first line ends, if it is a title: short, with no full stop; 0 where it is none. UTF-16 units. */
export function titleEnd(text: string): number {
  const end = text.slice(0, LONGEST_TITLE + 1).indexOf('\n');
  return end === -1 || text[end - 1] === '。' ? 0 : end;
}
