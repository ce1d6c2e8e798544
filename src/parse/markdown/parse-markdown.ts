import type { List, Nodes, Paragraph, TableRow } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { InputNote } from '../../document/index.ts';
import { GuiyiError } from '../../errors/index.ts';
import type { FormatText } from '../format-text.ts';
import { readWholeHtml } from '../html/index.ts';
import { LEFT_OUT, LeftOut } from '../left-out.ts';
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
  const leftOut = new LeftOut();
  const notes: InputNote[] = [];
  for (const { markdown: portion, line } of portionsOf(withoutFrontMatter(markdown))) {
    writeBlocks(parser.parse(portion), writer, {}, { line, path, markdown: portion, leftOut, notes });
  }
  const result = writer.finish([...leftOut.notes(), ...notes]);
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
  readonly markdown: string;
  readonly leftOut: LeftOut;
  /** Those on HTML in it. */
  readonly notes: InputNote[];
}

function writeBlocks(node: Nodes, writer: LineWriter, inherited: LineFacts, origin: Origin): void {
  const number = node.position === undefined ? undefined : node.position.start.line + origin.line;
  const facts = { ...inherited, ...(number === undefined ? {} : { number }) };
  switch (node.type) {
    case 'heading': {
      const title = node.depth === 1 && writer.empty;
      writer.add(
        inlineText(node, origin),
        title
          ? { ...facts, kind: 'title' }
          : { ...facts, kind: 'heading', level: Math.max(1, node.depth - 1) },
      );
      return;
    }
    case 'paragraph':
      writer.add(inlineText(node, origin), facts);
      return;
    case 'tableRow':
      writer.add(rowText(node, origin), { ...facts, kind: 'paragraph' });
      return;
    case 'code':
      writer.add(node.value, facts);
      return;
    case 'html': {
      const { text, notes } = readWholeHtml(node.value, origin.path, []);
      writer.add(text, facts);
      origin.notes.push(...notes);
      return;
    }
    case 'footnoteDefinition': {
      const [first, ...rest] = node.children;
      if (first?.type === 'paragraph') writer.add(`[${node.identifier}]${inlineText(first, origin)}`, facts);
      for (const child of first?.type === 'paragraph' ? rest : node.children)
        writeBlocks(child, writer, inherited, origin);
      return;
    }
    case 'list': {
      const numbers = node.ordered === true ? itemNumbersOf(node, origin.markdown) : [];
      for (const [index, item] of node.children.entries()) {
        const [first, ...rest] = item.children;
        if (first?.type === 'paragraph') writeItem(first, numbers[index] ?? '', writer, origin);
        for (const child of first?.type === 'paragraph' ? rest : item.children)
          writeBlocks(child, writer, { kind: 'list-item' }, origin);
      }
      return;
    }
    default:
      if ('children' in node)
        for (const child of node.children) writeBlocks(child, writer, inherited, origin);
  }
}

const rowText = (row: TableRow, origin: Origin) =>
  row.children.map((cell) => inlineText(cell, origin).replace(/\s*[\t\n]\s*/g, ' ')).join('\t');

function writeItem(text: Paragraph, number: string, writer: LineWriter, origin: Origin): void {
  const line = text.position === undefined ? {} : { number: text.position.start.line + origin.line };
  writer.add(number + inlineText(text, origin), { kind: 'list-item', ...line });
}

/** The numbers of a list's items as they are written; where they do not go up, as they are meant. */
function itemNumbersOf({ start, children }: List, markdown: string): string[] {
  let number = (start ?? 1) - 1;
  return children.map(({ position }) => {
    const at = position?.start.offset ?? 0;
    const [, written = '', mark = '.'] = /^(\d{1,9})([.)])/.exec(markdown.slice(at, at + 10)) ?? [];
    number = written === '' ? number + 1 : Math.max(Number(written), number + 1);
    return `${number}${mark} `;
  });
}

/** The text of a block as a reader sees it; a line broken in the file is one line again. */
function inlineText(node: Nodes, origin: Origin): string {
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
    case 'delete': {
      const text = textOf(node.children, origin);
      // One tilde lowers what it is around.
      if (origin.markdown.startsWith('~~', node.position?.start.offset) === false) return text;
      origin.leftOut.add('drop-deleted-text', text);
      return '';
    }
    case 'image':
      return '';
    case 'footnoteReference':
      return `[${node.identifier}]`;
    default:
      return 'children' in node ? textOf(node.children, origin) : '';
  }
}

/** The text of inline nodes; HTML between them is not seen, but raises or takes out what stands in it. */
function textOf(nodes: readonly Nodes[], origin: Origin): string {
  let text = '';
  /** The element whose end is awaited, and where its text begins. */
  let open: { readonly name: string; readonly from: number } | undefined;
  for (const node of nodes) {
    text += inlineText(node, origin);
    if (node.type !== 'html') continue;
    const [, closing = '', name = ''] = /^<(\/?)([a-z]+)\b/i.exec(node.value) ?? [];
    const element = name.toLowerCase();
    if (open === undefined) {
      if (closing === '' && (element === 'sup' || LEFT_OUT.has(element)))
        open = { name: element, from: text.length };
    } else if (closing === '/' && element === open.name) {
      const before = text.slice(0, open.from);
      const inner = text.slice(open.from);
      const rule = LEFT_OUT.get(element);
      if (rule === undefined) text = before + raisedText(before, inner);
      else text = before;
      if (rule !== undefined && element !== 'rp') origin.leftOut.add(rule, inner);
      open = undefined;
    }
  }
  return text;
}
