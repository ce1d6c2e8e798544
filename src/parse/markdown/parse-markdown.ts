import type { Nodes, TableRow } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { InputNote } from '../../document/index.ts';
import { GuiyiError } from '../../errors/index.ts';
import type { FormatText } from '../format-text.ts';
import { type LineFacts, LineWriter } from '../line-writer.ts';
import { assertShallow } from './bounds.ts';
import { portionsOf } from './portions.ts';

const parser = unified().use(remarkParse).use(remarkGfm);

/** Longest text that is parsed, in UTF-16 units, some three hundred pages: parsing takes ten seconds a megabyte. */
const LONGEST = 1_000_000;

/**
 * Reads the document of a Markdown file: a line a block, a row of a table a line with tabs. Marks of emphasis
 * go, code and HTML stay as they are. Positions count the lines of the file. A very long text is taken as it
 * stands, with a note.
 *
 * @throws GuiyiError GY103 where there is no text, GY109 where it is nested too deeply
 */
export function parseMarkdown(markdown: string, path: string): FormatText {
  if (markdown.length > LONGEST) return { text: markdown, layout: {}, notes: [tooLong(markdown.length)] };
  assertShallow(markdown, path);
  const writer = new LineWriter('line');
  for (const { markdown: portion, line } of portionsOf(withoutFrontMatter(markdown))) {
    writeBlocks(parser.parse(portion), writer, {}, line);
  }
  const result = writer.finish();
  if (result.text === '') throw new GuiyiError('GY103', 'it has no text', { path });
  return result;
}

function tooLong(length: number): InputNote {
  const reason = `${length} characters are too many to be parsed as Markdown: read as plain text`;
  return { severity: 'warning', rule: 'read-as-plain-text', reason };
}

/** YAML before the text is about the file; blank lines in its place keep the lines' numbers. */
function withoutFrontMatter(markdown: string): string {
  const found = /^---[ \t]*\r?\n[\s\S]*?\n---[ \t]*(?:\r?\n|$)/.exec(markdown);
  if (found === null || !/^\s*[\w-]+\s*:/m.test(found[0])) return markdown;
  return found[0].replace(/[^\n]+/g, '') + markdown.slice(found[0].length);
}

/** @param above lines of the file above the portion that the node is in */
function writeBlocks(node: Nodes, writer: LineWriter, inherited: LineFacts, above: number): void {
  const number = node.position === undefined ? undefined : node.position.start.line + above;
  const facts = { ...inherited, ...(number === undefined ? {} : { number }) };
  switch (node.type) {
    case 'heading': {
      const title = node.depth === 1 && writer.empty;
      writer.add(
        inlineText(node),
        title
          ? { ...facts, kind: 'title' }
          : { ...facts, kind: 'heading', level: Math.max(1, node.depth - 1) },
      );
      return;
    }
    case 'paragraph':
      writer.add(inlineText(node), facts);
      return;
    case 'tableRow':
      writer.add(rowText(node), { ...facts, kind: 'paragraph' });
      return;
    case 'code':
    case 'html':
      writer.add(node.value, facts);
      return;
    case 'listItem':
      for (const child of node.children) writeBlocks(child, writer, { kind: 'list-item' }, above);
      return;
    default:
      if ('children' in node) for (const child of node.children) writeBlocks(child, writer, inherited, above);
  }
}

const rowText = (row: TableRow) => row.children.map(inlineText).join('\t');

/** The text of a block as a reader sees it; a line broken in the file is one line again. */
function inlineText(node: Nodes): string {
  switch (node.type) {
    case 'text':
      return node.value
        .replace(/(?<=\P{ASCII})[ \t]*\r?\n[ \t]*(?=\P{ASCII})/gu, '')
        .replace(/\s*\r?\n\s*/g, ' ');
    case 'inlineCode':
    case 'html':
      return node.value;
    case 'break':
      return '\n';
    case 'image':
      return '';
    case 'footnoteReference':
      return '';
    default:
      return 'children' in node ? node.children.map(inlineText).join('') : '';
  }
}
