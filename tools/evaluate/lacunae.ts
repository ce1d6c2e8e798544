import { type Alignment, textSpan } from '../../src/alignment/index.ts';

const LACUNA = '《□》';

/**
 * The places of a repaired text's source where titles were marked as deleted: UTF-16 index of the unit before which
 * each stood.
 */
export function markedLacunae(alignment: Alignment): Set<number> {
  const places = new Set<number>();
  const { text } = alignment;
  for (let at = text.indexOf(LACUNA); at >= 0; at = text.indexOf(LACUNA, at + LACUNA.length)) {
    const source = alignment.toSource(textSpan(at, at + LACUNA.length));
    // The edit that wrote it may have written a mark or a character before it too.
    const { start } = alignment.toText(source);
    places.add(start < at ? source.end : source.start);
  }
  return places;
}
