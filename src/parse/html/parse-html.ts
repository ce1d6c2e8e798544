import type { Element, Nodes, Parents, Root } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { type Dictionaries, defaultDictionaries } from '../../dictionary/index.ts';
import type { InputNote } from '../../document/index.ts';
import { GuiyiError } from '../../errors/index.ts';
import type { FormatText } from '../format-text.ts';
import { type LineFacts, LineWriter } from '../line-writer.ts';
import { raisedText } from '../raised-text.ts';
import { assertBearable } from './bounds.ts';
import { Page } from './furniture.ts';
import { mainContentOf, titleBeside } from './main-content.ts';
import { cellsOf, isForLayout, TableRows } from './table-rows.ts';

const parser = unified().use(rehypeParse);

/** Elements that stand on lines of their own. */
const BLOCKS: ReadonlySet<string> = new Set([
  'address',
  'article',
  'blockquote',
  'body',
  'caption',
  'center',
  'dd',
  'details',
  'div',
  'dl',
  'dt',
  'fieldset',
  'figcaption',
  'figure',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'header',
  'hr',
  'html',
  'li',
  'main',
  'ol',
  'p',
  'pre',
  'section',
  'summary',
  'table',
  'tbody',
  'td',
  'tfoot',
  'th',
  'thead',
  'tr',
  'ul',
]);

/**
 * Reads the document of an HTML page: its main part, without navigation and the like, a line a block, a
 * row of a table a line with tabs. Positions count the lines of the file.
 *
 * @throws GuiyiError GY103 where there is no text, GY107 or GY109 where it is too large or too deep to parse
 */
export function parseHtml(
  html: string,
  path: string,
  dictionaries: Dictionaries = defaultDictionaries(),
): FormatText {
  assertBearable(html, path);
  const root: Root = parser.parse(html);
  const page = new Page(root, dictionaries);
  const main = mainContentOf(root, page);
  const reader = new BlockReader(new LineWriter('line'), page);
  const title = titleBeside(root, main as Nodes);
  if (title !== undefined) reader.title(title.text, title.line);
  reader.read(main as Nodes);
  const result = reader.finish((written) => notesOn(page.characters - written));
  if (result.text === '') {
    const { all } = page.weightOf(root);
    const reason = all === 0 ? 'the page has no text' : `the page has no text but links (${all} characters)`;
    throw new GuiyiError('GY103', reason, { path });
  }
  return result;
}

/**
 * Reads HTML that another format was turned into: all of it, in order. Positions count its blocks.
 *
 * @throws GuiyiError GY107 or GY109 where it is too large or too deep to parse
 */
export function readWholeHtml(html: string, path: string, notes: readonly InputNote[]): FormatText {
  assertBearable(html, path);
  const root: Root = parser.parse(html);
  const reader = new BlockReader(new LineWriter('paragraph'), new Page(root));
  reader.read(root);
  return reader.finish(() => notes);
}

/** @param beside characters of the page that are not in its document's text */
function notesOn(beside: number): InputNote[] {
  return beside <= 0
    ? []
    : [
        {
          severity: 'info',
          rule: 'drop-page-furniture',
          reason: `${beside} characters beside the page’s main part are left out`,
        },
      ];
}

/** Walks the tree and writes a line at every edge of a block. Recursion is bounded by {@link assertBearable}. */
class BlockReader {
  readonly #page: Page;
  readonly #writer: LineWriter;
  /** Characters that were written. */
  #written = 0;
  #line = '';
  #facts: LineFacts = {};
  #titled = false;
  /** Those of the table in hand. */
  #rows = new TableRows();

  constructor(writer: LineWriter, page: Page) {
    this.#writer = writer;
    this.#page = page;
  }

  title(text: string, line: number | undefined): void {
    this.#writer.add(text, { kind: 'title', ...(line === undefined ? {} : { number: line }) });
    this.#titled = !this.#writer.empty;
  }

  /** @param notesOn the notes on a text of which so many characters were written, white space aside */
  finish(notesOn: (written: number) => readonly InputNote[]): FormatText {
    this.#flush();
    return this.#writer.finish(notesOn(this.#written));
  }

  read(node: Nodes, kind: LineFacts = {}, preformatted = false): void {
    if (node.type === 'text') {
      if (this.#line === '') this.#facts = { ...kind, ...numberOf(node) };
      this.#line += preformatted ? node.value : collapsed(node.value);
    } else if (node.type === 'element') {
      this.#readElement(node, kind, preformatted);
    } else if (node.type === 'root') {
      this.#readChildren(node, kind, preformatted);
    }
  }

  #readElement(element: Element, kind: LineFacts, preformatted: boolean): void {
    const { tagName } = element;
    if (this.#page.isFurniture(element)) return;
    if (tagName === 'br') {
      this.#flush();
      return;
    }
    if (tagName === 'tr') {
      this.#readRow(element);
      return;
    }
    if (isRaised(element)) {
      if (this.#line === '') this.#facts = { ...kind, ...numberOf(element) };
      this.#line += raisedText(this.#line, cellText(element, this.#page));
      return;
    }
    if (!BLOCKS.has(tagName)) {
      this.#readChildren(element, kind, preformatted);
      return;
    }
    this.#flush();
    if (tagName === 'table') {
      const outer = this.#rows;
      this.#rows = new TableRows();
      this.#readChildren(element, kind, preformatted);
      this.#rows = outer;
      this.#flush();
      return;
    }
    if ((tagName === 'ul' || tagName === 'ol' || tagName === 'div') && this.#page.isLinkList(element)) return;
    this.#readChildren(element, this.#kindOf(element) ?? kind, preformatted || tagName === 'pre');
    this.#flush();
  }

  #readChildren(parent: Parents, kind: LineFacts, preformatted: boolean): void {
    for (const child of parent.children) if (child.type !== 'doctype') this.read(child, kind, preformatted);
  }

  /** A row is a line, its cells apart by tabs, whatever stands in them. */
  #readRow(row: Element): void {
    this.#flush();
    const cells = cellsOf(row);
    if (cells.length === 0) return;
    const charactersOf = (cell: Element) => this.#page.weightOf(cell).all;
    if (isForLayout(cells, charactersOf, isBlockElement)) {
      for (const cell of cells) {
        this.#readChildren(cell, {}, false);
        this.#flush();
      }
      return;
    }
    const texts = this.#rows.textsOf(cells, (cell) => tidy(cellText(cell, this.#page)));
    this.#write(texts.join('\t'), { kind: 'paragraph', ...numberOf(row) });
  }

  #kindOf({ tagName }: Element): LineFacts | undefined {
    if (tagName === 'li' || tagName === 'dt' || tagName === 'dd') return { kind: 'list-item' };
    const heading = /^h([1-6])$/.exec(tagName);
    if (heading === null) return undefined;
    if (!this.#titled && (heading[1] === '1' || this.#writer.empty)) {
      this.#titled = true;
      return { kind: 'title' };
    }
    return { kind: 'heading', level: Math.max(1, Number(heading[1]) - 1) };
  }

  #flush(): void {
    const text = this.#line.includes('\n') ? this.#line : tidy(this.#line);
    this.#line = '';
    this.#write(text, this.#facts);
  }

  #write(text: string, facts: LineFacts): void {
    this.#writer.add(text, facts);
    this.#written += text.replace(/\s+/g, '').length;
  }
}

/** What names of links to and from notes have in them, as word processors and converters write them. */
const OF_NOTE = /ftn|fn\d|foot|endn|note|cite/i;

/** True for what is raised, and for the number of a note that only looks so by its style. */
function isRaised({ tagName, properties }: Element): boolean {
  if (tagName === 'sup') return true;
  const { href, className } = properties;
  return (
    tagName === 'a' &&
    typeof href === 'string' &&
    href[0] === '#' &&
    OF_NOTE.test(`${href} ${className ?? ''}`)
  );
}

const isBlockElement = (node: Nodes) => node.type === 'element' && BLOCKS.has(node.tagName);

const numberOf = (node: Nodes) => (node.position === undefined ? {} : { number: node.position.start.line });

function cellText(node: Nodes, page: Page): string {
  if (node.type === 'text') return collapsed(node.value);
  if (!('children' in node) || (node.type === 'element' && page.isFurniture(node))) return '';
  let inner = '';
  for (const child of node.children as Nodes[]) {
    const text = cellText(child, page);
    inner += child.type === 'element' && isRaised(child) ? raisedText(inner, text) : text;
  }
  return isBlockElement(node as Nodes) || (node.type === 'element' && node.tagName === 'br')
    ? ` ${inner} `
    : inner;
}

/** White space as a browser shows it: one space, and none where a line of Chinese was broken in the file. */
function collapsed(text: string): string {
  return text
    .replace(
      /(?<=[\p{Script=Han}\u3000-\u303f\uff00-\uffef])[ \t]*[\r\n][ \t\r\n]*(?=[\p{Script=Han}\u3000-\u303f\uff00-\uffef])/gu,
      '',
    )
    .replace(/[ \t\r\n\f]+/g, ' ');
}

const tidy = (text: string) => text.replace(/ {2,}/g, ' ').trim();
