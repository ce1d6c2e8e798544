import type { Paragraph, Root } from 'nlcst';
import type { Dictionaries } from '../../dictionary/index.ts';
import { textOf } from '../../document/index.ts';
import { classifyLine, type LineNeighbours } from '../../parse/index.ts';

/**
 * Gives the blocks that new breaks made their kind: heading, item, byline. Blocks that have a kind keep it, as
 * their format may have told it.
 */
export function classifyBlocks(tree: Root, dictionaries: Dictionaries): void {
  const blocks = tree.children.filter((node): node is Paragraph => node.type === 'ParagraphNode');
  const texts = blocks.map(textOf);
  let previous: LineNeighbours['previous'];
  blocks.forEach((block, index) => {
    const { kind, level } = block.data ?? {};
    const known = kind === undefined ? undefined : level === undefined ? { kind } : { kind, level };
    const found = known ?? classifyLine(texts[index], { previous, next: texts[index + 1] }, dictionaries);
    if (known === undefined && found.kind !== 'paragraph') block.data = { ...block.data, ...found };
    previous = { ...found, text: texts[index] };
  });
}
