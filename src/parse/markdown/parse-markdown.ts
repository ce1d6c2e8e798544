import type { Nodes, Root, TableRow } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { GuiyiError } from '../../errors/index.ts';
import type { FormatText } from '../format-text.ts';
import { type LineFacts, LineWriter } from '../line-writer.ts';

const parser = unified().use(remarkParse).use(remarkGfm);

/** Deepest nesting of quotes and lists that is parsed: their cost grows with its square. */
const DEEPEST = 60;

/**
 * Reads the document of a Markdown file: a line a block, a row of a table a line with tabs. Marks of emphasis
 * go, code and HTML stay as they are. Positions count the lines of the file.
 *
 * @throws GuiyiError GY103 where there is no text, GY109 where it is nested too deeply
 */
export function parseMarkdown(markdown: string, path: string): FormatText {
  assertShallow(markdown, path);
  const root: Root = parser.parse(withoutFrontMatter(markdown));
  const writer = new LineWriter('line');
  writeBlocks(root, writer, {});
  const result = writer.finish();
  if (result.text === '') throw new GuiyiError('GY103', 'it has no text', { path });
  return result;
}

function assertShallow(markdown: string, path: string): void {
  const deep = new RegExp(`^(?:[ \\t]*[>*+-]){${DEEPEST + 1}}`, 'm').exec(markdown);
  // A rule of dashes or stars is one line long and no nesting.
  if (deep !== null && !/^[ \t]*([-*])[ \t]*(?:\1[ \t]*)+$/.test(deep[0])) {
    const line = markdown.slice(0, deep.index).split('\n').length;
    throw new GuiyiError('GY109', `more than ${DEEPEST} quotes or lists within each other`, { path, line });
  }
}

/** YAML before the text is about the file; blank lines in its place keep the lines' numbers. */
function withoutFrontMatter(markdown: string): string {
  const found = /^---[ \t]*\r?\n[\s\S]*?\n---[ \t]*(?:\r?\n|$)/.exec(markdown);
  if (found === null || !/^\s*[\w-]+\s*:/m.test(found[0])) return markdown;
  return found[0].replace(/[^\n]+/g, '') + markdown.slice(found[0].length);
}

function writeBlocks(node: Nodes, writer: LineWriter, inherited: LineFacts): void {
  const number = node.position?.start.line;
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
      for (const child of node.children) writeBlocks(child, writer, { kind: 'list-item' });
      return;
    default:
      if ('children' in node) for (const child of node.children) writeBlocks(child, writer, inherited);
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
