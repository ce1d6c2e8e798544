import type { Element, Nodes, Parents, Root } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { type Dictionaries, defaultDictionaries } from '../../dictionary/index.ts';
import type { InputNote } from '../../document/index.ts';
import { GuiyiError } from '../../errors/index.ts';
import type { FormatText } from '../format-text.ts';
import { beginningOf, LEFT_OUT, LeftOut } from '../left-out.ts';
import { type LineFacts, LineWriter } from '../line-writer.ts';
import { raisedText } from '../raised-text.ts';
import { isBlockElement } from './blocks.ts';
import { assertBearable } from './bounds.ts';
import { isUnread, Page } from './furniture.ts';
import { numbered, numbersOf } from './list-numbers.ts';
import { mainPartsOf, titleBeside } from './main-content.ts';
import { cellsOf, isForLayout, TableRows } from './table-rows.ts';

const parser = unified().use(rehypeParse);

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
  const parts = mainPartsOf(root, page);
  const reader = new BlockReader(new LineWriter('line'), page, root);
  const title = titleBeside(root, parts);
  if (title !== undefined) reader.title(title.text, title.heading);
  for (const part of parts) reader.read(part);
  const result = reader.finish((seen) => notesOn(root, seen));
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
  const reader = new BlockReader(new LineWriter('paragraph'), new Page(root), root);
  reader.read(root);
  return reader.finish(() => notes);
}

/** @param seen what of the page's text was read: the rest is left out */
function notesOn(root: Root, seen: ReadonlySet<Nodes>): InputNote[] {
  const unseen = unseenTextOf(root, seen);
  const size = unseen.replace(/\s+/g, '').length;
  if (size === 0) return [];
  const reason = `${size} characters beside the page’s main part are left out: '${beginningOf(unseen)}'`;
  return [{ severity: 'info', rule: 'drop-page-furniture', reason }];
}

function unseenTextOf(node: Nodes, seen: ReadonlySet<Nodes>): string {
  if (node.type === 'text') return seen.has(node) ? '' : node.value;
  if (!('children' in node) || (node.type === 'element' && isUnread(node))) return '';
  const inner = node.children.map((child) => unseenTextOf(child as Nodes, seen)).join('');
  return isBlockElement(node) ? ` ${inner} ` : inner;
}

/** Walks the tree and writes a line at every edge of a block. Recursion is bounded by {@link assertBearable}. */
class BlockReader {
  readonly #page: Page;
  readonly #writer: LineWriter;
  /** False where most of the text would be struck out: somebody forgot to end it. */
  readonly #strikesOut: boolean;
  /** Texts that were read, be they written or left out with a note of their own. */
  readonly #seen = new Set<Nodes>();
  readonly #leftOut = new LeftOut();
  #line = '';
  /** Number of the list item in hand, until its text begins. */
  #number = '';
  #facts: LineFacts = {};
  #titled = false;
  /** Those of the table in hand. */
  #rows = new TableRows();

  constructor(writer: LineWriter, page: Page, root: Root) {
    this.#writer = writer;
    this.#page = page;
    this.#strikesOut = struckOut(root, page) <= page.weightOf(root).all / 2;
  }

  /** @param heading where it stands in the page */
  title(text: string, heading: Element): void {
    this.#textOf(heading);
    this.#writer.add(text, { kind: 'title', ...numberOf(heading) });
    this.#titled = !this.#writer.empty;
  }

  /** @param notesOn the notes on a page of whose texts these were read */
  finish(notesOn: (seen: ReadonlySet<Nodes>) => readonly InputNote[]): FormatText {
    this.#flush();
    return this.#writer.finish([...notesOn(this.#seen), ...this.#leftOut.notes()]);
  }

  read(node: Nodes, kind: LineFacts = {}, preformatted = false): void {
    if (node.type === 'text') {
      this.#seen.add(node);
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
    if (this.#page.isFurniture(element) || this.#leavesOut(element)) return;
    if (tagName === 'br') {
      this.#flush();
      return;
    }
    if (tagName === 'tr') {
      this.#readRow(element);
      return;
    }
    if (isTab(element)) {
      this.#textOf(element);
      this.#line += '\t';
      return;
    }
    if (isRaised(element)) {
      if (this.#line === '') this.#facts = { ...kind, ...numberOf(element) };
      this.#line += raised(this.#line, element, this.#textOf(element));
      return;
    }
    if (!isBlockElement(element)) {
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
    if (tagName === 'li') this.#number = '';
  }

  #readChildren(parent: Parents, kind: LineFacts, preformatted: boolean): void {
    const numbers = itemNumbersOf(parent);
    for (const child of parent.children) {
      if (child.type === 'doctype') continue;
      const number = numbers?.get(child);
      if (number !== undefined) {
        this.#flush();
        this.#number = number;
      }
      this.read(child, kind, preformatted);
    }
  }

  /** True for what is no wording of the document; it is noted. */
  #leavesOut(element: Element): boolean {
    const rule = LEFT_OUT.get(element.tagName);
    if (rule === undefined || (rule === 'drop-deleted-text' && !this.#strikesOut)) return false;
    const text = this.#textOf(element);
    // The brackets for browsers that know no ruby.
    if (element.tagName !== 'rp') this.#leftOut.add(rule, text);
    return true;
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
    const texts = this.#rows.textsOf(cells, (cell) => tidy(this.#textOf(cell)).replaceAll('\t', ' '));
    this.#writer.add(texts.join('\t'), { kind: 'paragraph', ...numberOf(row) });
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
    if (text.trim() === '') return;
    this.#writer.add(this.#number === '' ? text : numbered(this.#number, text), this.#facts);
    this.#number = '';
  }

  /** The text of a cell or the like, in one line. */
  #textOf(node: Nodes): string {
    if (node.type === 'text') {
      this.#seen.add(node);
      return collapsed(node.value);
    }
    if (!('children' in node) || (node.type === 'element' && this.#page.isFurniture(node))) return '';
    const numbers = itemNumbersOf(node);
    let inner = '';
    for (const child of node.children as Nodes[]) {
      if (child.type === 'element' && this.#leavesOut(child)) continue;
      const text = this.#textOf(child);
      const number = numbers?.get(child);
      if (number !== undefined) inner += ` ${numbered(number, text.trim())} `;
      else inner += child.type === 'element' && isRaised(child) ? raised(inner, child, text) : text;
    }
    return isBlockElement(node) || (node.type === 'element' && node.tagName === 'br') ? ` ${inner} ` : inner;
  }
}

/** What names of links to and from notes have in them, as word processors and converters write them. */
const OF_NOTE = /ftn|fn\d|foot|edn\d|endn|note|cite/i;

/** Spaces or dots with which Word draws a tab. */
const isTab = ({ properties }: Element) => /mso-tab-count/i.test(String(properties.style ?? ''));

/** A note's number in brackets, be it Roman, and powers. */
function raised(before: string, element: Element, text: string): string {
  return refersToNote(element) && /^\s*[ivx]{1,5}\s*$/.test(text)
    ? `[${text.trim()}]`
    : raisedText(before, text);
}

/** True for what is raised, and for the number of a note that only looks so by its style. */
function isRaised(element: Element): boolean {
  return element.tagName === 'sup' || isNoteLink(element);
}

function isNoteLink({ tagName, properties: { href, className } }: Element): boolean {
  return (
    tagName === 'a' &&
    typeof href === 'string' &&
    href[0] === '#' &&
    OF_NOTE.test(`${href} ${className ?? ''}`)
  );
}

/** True for a link to or from a note, and what is raised and holds one. */
function refersToNote(element: Element): boolean {
  return (
    isNoteLink(element) || element.children.some((child) => child.type === 'element' && refersToNote(child))
  );
}

const numberOf = (node: Nodes) => (node.position === undefined ? {} : { number: node.position.start.line });

const itemNumbersOf = (node: Nodes): ReadonlyMap<Nodes, string> | undefined =>
  node.type === 'element' && node.tagName === 'ol' ? numbersOf(node) : undefined;

/** Characters of a page that are struck out. */
function struckOut(node: Nodes, page: Page): number {
  if (!('children' in node)) return 0;
  if (node.type === 'element' && LEFT_OUT.get(node.tagName) === 'drop-deleted-text')
    return page.weightOf(node).all;
  return node.children.reduce((sum, child) => sum + struckOut(child as Nodes, page), 0);
}

/**
 * White space as a browser shows it: one space, and none where a line of Chinese was broken in the file. A tab
 * within a line parts words, as a typewriter's does; Chinese ones would be glued by a space that goes.
 */
function collapsed(text: string): string {
  return text
    .replace(
      /(?<=[\p{Script=Han}\u3000-\u303f\uff00-\uffef])[ \t]*[\r\n][ \t\r\n]*(?=[\p{Script=Han}\u3000-\u303f\uff00-\uffef])/gu,
      '',
    )
    .replace(/[ \t\r\n\f]+/g, (run) => (/^ *\t[ \t]*$/.test(run) ? '\t' : ' '));
}

const tidy = (text: string) =>
  text
    .replace(/ *\t[ \t]*/g, '\t')
    .replace(/(?<=[!-~])\t(?=[!-~])/g, ' ')
    .replace(/ {2,}/g, ' ')
    .trim();
