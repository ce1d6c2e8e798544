import type { Root } from 'nlcst';
import type { Plugin } from 'unified';
import { type Dictionaries, defaultDictionaries } from '../dictionary/index.ts';
import { type MarkedLine, paragraph, whiteSpace } from '../document/index.ts';
import type { DictionaryOptions } from '../step.ts';
import { classifyLine, type LineClass } from './classify-line.ts';
import { type Line, linesOf } from './lines.ts';
import { findWraps, type Wrap } from './wrapped-lines.ts';

/**
 * Parses plain text: a paragraph node a line, with its kind, and the white space between as it stands.
 * Nothing is lost: the tree spells the text again, to the last unit.
 */
export const parse: Plugin<[DictionaryOptions?], string, Root> = function ({ dictionaries } = {}) {
  this.parser = (text, file) => parseText(text, dictionaries, file.data.guiyi?.layout?.marked);
};

/**
 * The tree of a text; see {@link parse}.
 *
 * @param marked the lines of which the format has told the kind; the others are classified by their text. Where no
 *   format has told of lines, those that a fixed width made are classified as the paragraph that they are, together.
 */
export function parseText(
  text: string,
  dictionaries: Dictionaries = defaultDictionaries(),
  marked?: readonly MarkedLine[],
): Root {
  const told = new Map(
    marked?.map(({ start, kind, level }) => [start, level === undefined ? { kind } : { kind, level }]),
  );
  const children: Root['children'] = [];
  let reached = 0;
  let previous: (LineClass & { text: string }) | undefined;
  const add = (block: readonly Line[], value: string, next: string | undefined) => {
    const found = told.get(block[0].start) ?? classifyLine(value, { previous, next }, dictionaries);
    for (let index = 0; index < block.length; index++) {
      const { start, end } = block[index];
      if (start > reached) children.push(whiteSpace(text.slice(reached, start)));
      const data = index > 0 || found.kind === 'paragraph' ? {} : found;
      children.push(paragraph(block.length === 1 ? value : text.slice(start, end), data));
      reached = end;
    }
    const { kind, level } = found;
    previous = level === undefined ? { kind, text: value } : { kind, level, text: value };
  };
  let waiting: readonly Line[] | undefined;
  let value = '';
  for (const block of blocksOf(text, marked === undefined ? findWraps(text) : [])) {
    const next = textOfBlock(text, block);
    if (waiting !== undefined) add(waiting, value, next);
    waiting = block;
    value = next;
  }
  if (waiting !== undefined) add(waiting, value, undefined);
  if (reached < text.length) children.push(whiteSpace(text.slice(reached)));
  return { type: 'RootNode', children };
}

function textOfBlock(text: string, block: readonly Line[]): string {
  if (block.length === 1) return text.slice(block[0].start, block[0].end);
  return block.map(({ start, end }) => text.slice(start, end)).join('');
}

/** The lines of a text; those that a fixed width made of one come together. */
function* blocksOf(text: string, wraps: readonly Wrap[]): Generator<readonly Line[]> {
  let block: Line[] = [];
  let next = 0;
  for (const line of linesOf(text)) {
    while (next < wraps.length && wraps[next].to < line.start) next++;
    const goesOn = next < wraps.length && wraps[next].to < line.end && block.length > 0;
    if (!goesOn && block.length > 0) {
      yield block;
      block = [];
    }
    block.push(line);
  }
  if (block.length > 0) yield block;
}
