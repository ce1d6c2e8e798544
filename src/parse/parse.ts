import type { Root } from 'nlcst';
import type { Plugin } from 'unified';
import { paragraph, whiteSpace } from '../document/index.ts';

/** Parses plain text: a paragraph node a line, the line ends between them as white space. Nothing is lost. */
export const parse: Plugin<[], string, Root> = function () {
  this.parser = (text) => parseText(text);
};

/** The tree of a plain text: spelled out, it is the text again, to the last unit. */
export function parseText(text: string): Root {
  const children: Root['children'] = [];
  for (const piece of text.split(/((?:\r\n|[\n\r\u2028\u2029\u0085])+)/)) {
    if (piece === '') continue;
    children.push(/^[\n\r\u2028\u2029\u0085]/.test(piece) ? whiteSpace(piece) : paragraph(piece));
  }
  return { type: 'RootNode', children };
}
