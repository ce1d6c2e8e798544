import type { Root } from 'nlcst';
import type { Plugin } from 'unified';
import { type Dictionaries, defaultDictionaries } from '../dictionary/index.ts';
import { type MarkedLine, paragraph, whiteSpace } from '../document/index.ts';
import type { DictionaryOptions } from '../step.ts';
import { classifyLine, type LineClass } from './classify-line.ts';
import { type Line, linesOf } from './lines.ts';

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
 * @param marked the lines of which the format has told the kind; the others are classified by their text
 */
export function parseText(
  text: string,
  dictionaries: Dictionaries = defaultDictionaries(),
  marked: readonly MarkedLine[] = [],
): Root {
  const told = new Map(
    marked.map(({ start, kind, level }) => [start, level === undefined ? { kind } : { kind, level }]),
  );
  const children: Root['children'] = [];
  let reached = 0;
  let previous: (LineClass & { text: string }) | undefined;
  const add = (line: Line, next: string | undefined) => {
    if (line.start > reached) children.push(whiteSpace(text.slice(reached, line.start)));
    const value = text.slice(line.start, line.end);
    const found = told.get(line.start) ?? classifyLine(value, { previous, next }, dictionaries);
    children.push(paragraph(value, found.kind === 'paragraph' ? {} : found));
    previous = { ...found, text: value };
    reached = line.end;
  };
  let waiting: Line | undefined;
  for (const line of linesOf(text)) {
    if (waiting !== undefined) add(waiting, text.slice(line.start, line.end));
    waiting = line;
  }
  if (waiting !== undefined) add(waiting, undefined);
  if (reached < text.length) children.push(whiteSpace(text.slice(reached)));
  return { type: 'RootNode', children };
}
