import type { Edit } from '../alignment/index.ts';
import type { Wrap } from '../parse/index.ts';
import { isSpace } from './character-kinds.ts';
import { findEmptyCorners } from './empty-corners.ts';

/**
 * Blocks end up separated by exactly one `\n`: spaces at the edges of lines go, and so do blank lines and
 * whatever white space stands before the first block and after the last. The tabs stay that stand for the empty cells with which
 * a table's row begins.
 *
 * The first line end of a gap stays where it is; only what stands around it is deleted. A line end that a fixed width
 * made goes too: it joins its lines.
 */
export function lineEdges(text: string, wraps: readonly Wrap[] = []): Edit[] {
  const edits: Edit[] = [];
  const remove = (from: number, to: number) => {
    if (from < to) edits.push({ from, to, insert: '', rule: 'line-edges', confidence: 1 });
  };
  let next = 0;
  const corners = findEmptyCorners(text);
  const skip = (from: number) => {
    const end = skipGap(text, from);
    return end - (corners.get(end) ?? 0);
  };
  const first = skip(0);
  remove(0, first);
  for (let at = text.indexOf('\n', first); at !== -1; at = text.indexOf('\n', at)) {
    let start = at;
    while (start > first && isSpace(text.charCodeAt(start - 1))) start--;
    const end = skip(at);
    if (end === text.length) {
      remove(start, end);
      return edits;
    }
    while (next < wraps.length && wraps[next].from < start) next++;
    if (next < wraps.length && wraps[next].from === start && wraps[next].to === end) {
      const { insert } = wraps[next];
      edits.push({ from: start, to: end, insert, rule: 'join-wrapped-lines', confidence: 0.95 });
      at = end;
      continue;
    }
    remove(start, at);
    remove(at + 1, end);
    at = end;
  }
  let last = text.length;
  while (last > first && isSpace(text.charCodeAt(last - 1))) last--;
  remove(last, text.length);
  return edits;
}

/** The index of the first unit from `at` on that is neither a space nor a line end. */
function skipGap(text: string, at: number): number {
  let end = at;
  while (end < text.length && (isSpace(text.charCodeAt(end)) || text.charCodeAt(end) === 0x0a)) end++;
  return end;
}
