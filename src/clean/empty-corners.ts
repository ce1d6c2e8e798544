import { isSpace } from './character-kinds.ts';

const TAB = 0x09;

/**
 * The tabs that begin rows of tables whose first cells are empty, by where the row's text begins. Of a table that is indented by tabs as
 * a whole only those that go beyond count.
 */
export function findEmptyCorners(text: string): Map<number, number> {
  const corners = new Map<number, number>();
  if (!text.includes('\t')) return corners;
  let rows: { readonly at: number; readonly tabs: number }[] = [];
  const close = () => {
    const indent = rows.reduce((least, { tabs }) => Math.min(least, tabs), Number.POSITIVE_INFINITY);
    for (const { at, tabs } of rows) if (tabs > indent) corners.set(at, tabs - indent);
    rows = [];
  };
  for (let start = 0; start <= text.length; ) {
    let end = text.indexOf('\n', start);
    if (end < 0) end = text.length;
    let at = start;
    while (at < end && isSpace(text.charCodeAt(at))) at++;
    let tabs = 0;
    while (at - tabs > start && text.charCodeAt(at - tabs - 1) === TAB) tabs++;
    if (text.slice(at, end).trimEnd().includes('\t')) rows.push({ at, tabs });
    else if (rows.length > 0) close();
    start = end + 1;
  }
  if (rows.length > 0) close();
  return corners;
}
