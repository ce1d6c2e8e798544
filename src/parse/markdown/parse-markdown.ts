import type { Nodes, TableRow } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { InputNote } from '../../document/index.ts';
import { GuiyiError } from '../../errors/index.ts';
import type { FormatText } from '../format-text.ts';
import { readWholeHtml } from '../html/index.ts';
import { type LineFacts, LineWriter } from '../line-writer.ts';
import { raisedText } from '../raised-text.ts';
import { assertShallow } from './bounds.ts';
import { portionsOf } from './portions.ts';

const parser = unified().use(remarkParse).use(remarkGfm);

/** Longest text that is parsed, in UTF-16 units, some three hundred pages: parsing takes ten seconds a megabyte. */
const LONGEST = 1_000_000;

/**
 * Reads the document of a Markdown file: a line a block, a row of a table a line with tabs. Marks of emphasis
 * go, code stays as it is, and HTML is read as HTML. Positions count the lines of the file. A very long text is taken as it
 * stands, with a note.
 *
 * @throws GuiyiError GY103 where there is no text, GY107 or GY109 where it, or HTML in it, is too large or nested too deeply
 */
export function parseMarkdown(markdown: string, path: string): FormatText {
  if (markdown.length > LONGEST) return { text: markdown, layout: {}, notes: [tooLong(markdown.length)] };
  assertShallow(markdown, path);
  const writer = new LineWriter('line');
  for (const { markdown: portion, line } of portionsOf(withoutFrontMatter(markdown))) {
    writeBlocks(parser.parse(portion), writer, {}, { line, path });
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

/** Where a portion of a file is from. */
interface Origin {
  readonly path: string;
  /** Lines of the file above it. */
  readonly line: number;
}

function writeBlocks(node: Nodes, writer: LineWriter, inherited: LineFacts, origin: Origin): void {
  const number = node.position === undefined ? undefined : node.position.start.line + origin.line;
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
      writer.add(node.value, facts);
      return;
    case 'html':
      writer.add(readWholeHtml(node.value, origin.path, []).text, facts);
      return;
    case 'footnoteDefinition': {
      const [first, ...rest] = node.children;
      if (first?.type === 'paragraph') writer.add(`[${node.identifier}]${inlineText(first)}`, facts);
      for (const child of first?.type === 'paragraph' ? rest : node.children)
        writeBlocks(child, writer, inherited, origin);
      return;
    }
    case 'listItem':
      for (const child of node.children) writeBlocks(child, writer, { kind: 'list-item' }, origin);
      return;
    default:
      if ('children' in node)
        for (const child of node.children) writeBlocks(child, writer, inherited, origin);
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
      return node.value;
    case 'html':
      return /^<br\b/i.test(node.value) ? '\n' : '';
    case 'break':
      return '\n';
    case 'image':
      return '';
    case 'footnoteReference':
      return `[${node.identifier}]`;
    default:
      return 'children' in node ? textOf(node.children) : '';
  }
}

/** The text of inline nodes; HTML between them is not seen, but raises what stands in it. */
function textOf(nodes: readonly Nodes[]): string {
  let text = '';
  let raisedFrom: number | undefined;
  for (const node of nodes) {
    text += inlineText(node);
    if (node.type !== 'html') continue;
    if (/^<sup\b/i.test(node.value)) raisedFrom ??= text.length;
    else if (/^<\/sup\b/i.test(node.value) && raisedFrom !== undefined) {
      const before = text.slice(0, raisedFrom);
      text = before + raisedText(before, text.slice(raisedFrom));
      raisedFrom = undefined;
    }
  }
  return text;
}
