import type { Paragraph, Root } from 'nlcst';
import type { Dictionaries } from '../../dictionary/index.ts';
import { textOf } from '../../document/index.ts';
import { classifyLine, type LineNeighbours } from '../../parse/index.ts';

/**
 * Gives the blocks that new breaks made their kind: heading, item, byline.
 *
 * @param areTold true where a format has told the kinds: blocks that have one keep it. Else all are classified anew, as a
 *   break makes another line of the first piece too: 一、总体要求 is a heading, once its text is gone
 */
export function classifyBlocks(tree: Root, areTold: boolean, dictionaries: Dictionaries): void {
  const blocks = tree.children.filter((node): node is Paragraph => node.type === 'ParagraphNode');
  const texts = blocks.map(textOf);
  let previous: LineNeighbours['previous'];
  blocks.forEach((block, index) => {
    const { kind, level } = (areTold && block.data) || {};
    const known = kind === undefined ? undefined : level === undefined ? { kind } : { kind, level };
    const found = known ?? classifyLine(texts[index], { previous, next: texts[index + 1] }, dictionaries);
    if (known === undefined) {
      const { kind: _, level: __, ...rest } = block.data ?? {};
      block.data = found.kind === 'paragraph' ? rest : { ...rest, ...found };
    }
    previous = { ...found, text: texts[index] };
  });
}
