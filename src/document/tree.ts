import type { Nodes, Paragraph, Root, RootContent, WhiteSpace } from 'nlcst';
import { toString as joinedText } from 'nlcst-to-string';
import type { Edit } from '../alignment/index.ts';

/** What a stretch of text is in its document. */
export type BlockKind = 'title' | 'heading' | 'paragraph' | 'list-item' | 'byline';

declare module 'nlcst' {
  interface ParagraphData {
    /** What the block is; a plain paragraph where absent. */
    kind?: BlockKind | undefined;
    /** For headings: 1 is the highest. */
    level?: number | undefined;
  }
  /**
   * Until somebody asks for the tree of words, a paragraph holds its text in one node: sentences and words
   * live in columns. `wordTree` builds the full tree.
   */
  interface ParagraphContentMap {
    text: Text;
  }
}

type Leaf = Extract<Nodes, { value: string }>;

/** The leaves of a tree, in order: what the text is made of. */
function leavesOf(node: Nodes, found: Leaf[] = []): Leaf[] {
  if ('value' in node) found.push(node);
  else for (const child of node.children) leavesOf(child, found);
  return found;
}

/** The text of a node. Our own paragraphs have one leaf, of which nothing needs to be joined. */
export function textOf(node: Nodes): string {
  if ('children' in node && node.children.length === 1) {
    const [only] = node.children;
    if ('value' in only) return only.value;
  }
  return joinedText(node);
}

/** True where the leaves of a tree, one after another, are this text. Makes no string of them, as each step asks. */
export function spells(tree: Nodes, text: string): boolean {
  return spelledTo(tree, text, 0) === text.length;
}

/** How far the text is spelled by a node that begins at `from`; -1 where it is not. */
function spelledTo(node: Nodes, text: string, from: number): number {
  if ('value' in node) return isAt(text, from, node.value) ? from + node.value.length : -1;
  let reached = from;
  for (const child of node.children) {
    reached = spelledTo(child, text, reached);
    if (reached < 0) break;
  }
  return reached;
}

/** From so many UTF-16 units on it pays to cut out what is compared: whole strings are compared by the block, `startsWith` goes unit by unit. */
const LONG = 24;

function isAt(text: string, from: number, value: string): boolean {
  return value.length < LONG ? text.startsWith(value, from) : text.slice(from, from + value.length) === value;
}

/** A paragraph of our own form: one text node. */
export function paragraph(value: string, data: Paragraph['data'] = {}): Paragraph {
  return { type: 'ParagraphNode', data: { ...data }, children: [{ type: 'TextNode', value }] };
}

/** White space between paragraphs. */
export function whiteSpace(value: string): WhiteSpace {
  return { type: 'WhiteSpaceNode', value };
}

/**
 * Carries edits into a tree, in place: each leaf gets the part that concerns it, an edit over several
 * leaves stands in the first. Afterwards no paragraph contains a line break and none stands
 * between two of them without one: edits that put in or take out `\n` split and join paragraphs.
 *
 * Works on any nlcst tree. Positions in the tree refer to the source and are removed, as they no longer hold.
 */
export function applyToTree(tree: Root, edits: readonly Edit[]): void {
  if (edits.length === 0) return;
  const leaves = leavesOf(tree);
  let start = 0;
  let first = 0;
  for (const leaf of leaves) {
    const end = start + leaf.value.length;
    while (first < edits.length && edits[first].to <= start && edits[first].from < edits[first].to) first++;
    const parts: string[] = [];
    let at = start;
    for (let i = first; i < edits.length && edits[i].from < end; i++) {
      const { from, to, insert } = edits[i];
      if (from >= start) parts.push(leaf.value.slice(at - start, from - start), insert);
      at = Math.max(at, Math.min(to, end));
    }
    if (at > start || parts.length > 0) {
      parts.push(leaf.value.slice(at - start));
      leaf.value = parts.join('');
      delete leaf.position;
    }
    start = end;
  }
  if (leaves.length === 0 && edits.length > 0) tree.children = [paragraph(edits[0].insert)];
  tree.children = breakParagraphs(tree.children);
}

/** Puts paragraph edges where the line breaks are. Nodes that need no change are kept as they are. */
function breakParagraphs(children: readonly RootContent[]): RootContent[] {
  const result: RootContent[] = [];
  let open: Paragraph | undefined;
  let breaks = '';
  const close = () => {
    if (open !== undefined) result.push(open);
    open = undefined;
  };
  const addBreak = (value: string) => {
    close();
    breaks += value;
  };
  const flushBreaks = () => {
    if (breaks !== '') result.push(whiteSpace(breaks));
    breaks = '';
  };
  const addText = (value: string, owner: Paragraph | undefined) => {
    if (value === '') return;
    flushBreaks();
    if (open === undefined) open = paragraph(value, owner?.data);
    else open.children.push({ type: 'TextNode', value });
  };
  for (const child of children) {
    const text = textOf(child);
    if (text === '') continue;
    // The usual white space between paragraphs.
    if (text === '\n') {
      addBreak(text);
      continue;
    }
    if (child.type === 'ParagraphNode' && open === undefined && !text.includes('\n')) {
      flushBreaks();
      open = child;
      continue;
    }
    if (child.type === 'ParagraphNode' && !text.includes('\n')) {
      open?.children.push(...child.children);
      continue;
    }
    // The first piece keeps what the block was; the pieces that a new break cuts off are plain paragraphs.
    let owner = child.type === 'ParagraphNode' ? child : undefined;
    text.split('\n').forEach((line, index) => {
      if (index > 0) addBreak('\n');
      if (line !== '') {
        addText(line, owner);
        owner = undefined;
      }
    });
  }
  close();
  flushBreaks();
  for (const node of result) if (node.type === 'ParagraphNode') joinText(node);
  return result;
}

/** Joins neighbouring text nodes, so that a paragraph of our own form stays one node. */
function joinText(node: Paragraph): void {
  if (node.children.length < 2) return;
  const joined: Paragraph['children'] = [];
  for (const child of node.children) {
    const last = joined.at(-1);
    if (child.type === 'TextNode' && last?.type === 'TextNode') last.value += child.value;
    else joined.push(child);
  }
  node.children = joined;
}

/** A block of the document: a paragraph of the tree and where its text stands, in UTF-16 units of the text. */
export interface Block {
  readonly kind: BlockKind;
  readonly level?: number;
  readonly start: number;
  readonly end: number;
}

/** The blocks of a tree, in order, without white space around them. */
export function blocksOf(tree: Root): Block[] {
  const blocks: Block[] = [];
  let at = 0;
  for (const child of tree.children) {
    const text = textOf(child);
    if (child.type === 'ParagraphNode') {
      const start = at + (text.length - text.trimStart().length);
      const end = at + text.trimEnd().length;
      const { kind = 'paragraph', level } = child.data ?? {};
      if (end > start) blocks.push(level === undefined ? { kind, start, end } : { kind, level, start, end });
    }
    at += text.length;
  }
  return blocks;
}
