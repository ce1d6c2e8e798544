import type { Element, Nodes, Parents } from 'hast';
import { isBlockElement } from './blocks.ts';
import { isUnread, type Page, plain, type TextWeight } from './furniture.ts';

/** Share of the text that a part must have to stand for the whole. */
const MOST = 0.8;

/** Shortest text beside the main part, in characters, that is text of the document too. */
const TEXT_BESIDE = 25;

/** Longest part beside the main part, in characters, that may be a line of the document without being a sentence. */
const LONGEST_LINE = 100;

/**
 * The parts of a page that are its document, in order: an `article` or `main` where the page says so, else the
 * smallest part that has nearly all text that is no link, as long as no sentences stand beside it, with the short
 * lines directly before and after it: the number of the document, who signs it and when, its attachments.
 */
export function mainPartsOf(root: Parents, page: Page): readonly Nodes[] {
  const named = theOnly(root, 'article') ?? theOnly(root, 'main');
  if (named !== undefined && isText(page.weightOf(named))) return [named];
  const before: Nodes[] = [];
  let after: Nodes[] = [];
  let main: Parents = root;
  for (;;) {
    const inner = heaviest(main, page);
    if (inner === undefined) return [...before, main as Nodes, ...after];
    const children = main.children as Nodes[];
    const at = children.indexOf(inner);
    before.push(...linesBeside(children.slice(0, at).reverse(), page).reverse());
    after = [...linesBeside(children.slice(at + 1), page), ...after];
    main = inner;
  }
}

/**
 * The lines of a document among what stands beside its main part, up to the first list of links or the like.
 *
 * @param nodes from the main part outwards
 */
function linesBeside(nodes: readonly Nodes[], page: Page): Nodes[] {
  const found: Nodes[] = [];
  for (const line of linesOf(nodes)) {
    if (line.some((node) => node.type === 'element' && isOfPage(node, page))) break;
    const text = line.map((node) => page.rawTextOf(node)).join('');
    const isAttachment = ATTACHMENT.test(text);
    const weights = line.map((node) => page.weightOf(node));
    const all = weights.reduce((sum, weight) => sum + weight.all, 0);
    const linked = weights.reduce((sum, weight) => sum + weight.linked, 0);
    const links = weights.reduce((sum, weight) => sum + weight.links, 0);
    if ((linked > all / 2 || links > 1) && !isAttachment) break;
    if (all === 0 && !line.some((node) => node.type === 'element' && node.tagName === 'br')) continue;
    if (isAttachment || (all <= LONGEST_LINE && !page.saysFurniture(text))) found.push(...line);
  }
  return found;
}

/** True for furniture and for lists with links, though their links may be none to the eye of a machine. */
function isOfPage(element: Element, page: Page): boolean {
  if (isUnread(element)) return false;
  return page.isFurniture(element) || (/^[ou]l$/.test(element.tagName) && allOf(element, 'a').length > 1);
}

const ATTACHMENT = /^\s*附[件录錄]/;

/** Blocks by themselves, and what stands between them together. */
function* linesOf(nodes: readonly Nodes[]): Generator<readonly Nodes[]> {
  let line: Nodes[] = [];
  for (const node of nodes) {
    const parts = isBlockElement(node) || (node.type === 'element' && node.tagName === 'br');
    if (!parts) {
      line.push(node);
      continue;
    }
    if (line.length > 0) yield line;
    line = [];
    yield [node];
  }
  if (line.length > 0) yield line;
}

function heaviest(parent: Parents, page: Page): Element | undefined {
  const parts = (parent.children as Nodes[])
    .filter((child): child is Element => child.type === 'element' && !page.isFurniture(child))
    .filter(({ tagName }) => !INLINE_OR_LINE.has(tagName));
  const whole = plain(page.weightOf(parent));
  const found = parts.find((part) => whole > 0 && plain(page.weightOf(part)) >= whole * MOST);
  if (found === undefined) return undefined;
  const beside = (parent.children as Nodes[]).some(
    (child) =>
      child !== found &&
      (isText(page.weightOf(child)) || (child.type === 'element' && /^h[1-3]$/.test(child.tagName))),
  );
  return beside ? undefined : found;
}

/** Parts that are lines themselves: what has them for children is the main part. */
const INLINE_OR_LINE: ReadonlySet<string> = new Set([
  'p',
  'h4',
  'h5',
  'h6',
  'ul',
  'ol',
  'dl',
  'table',
  'pre',
  'blockquote',
  'span',
  'a',
  'b',
  'i',
  'em',
  'strong',
  'font',
  'br',
  'img',
  'figure',
]);

function isText(weight: TextWeight): boolean {
  return plain(weight) >= TEXT_BESIDE && weight.marks > 0 && weight.linked < weight.all / 2;
}

function allOf(node: Nodes, tagName: string, found: Element[] = []): Element[] {
  if (node.type === 'element' && node.tagName === tagName) found.push(node);
  if ('children' in node) for (const child of node.children) allOf(child as Nodes, tagName, found);
  return found;
}

function theOnly(root: Nodes, tagName: string): Element | undefined {
  const found = allOf(root, tagName);
  return found.length === 1 ? found[0] : undefined;
}

/**
 * The page's title where its main part lacks it: its only `h1`, or its `title` without the site's name.
 * Pages repeat it at the top of their main part; then it is taken from there.
 */
export function titleBeside(
  root: Nodes,
  parts: readonly Nodes[],
): { text: string; heading: Element } | undefined {
  const heading = theOnly(root, 'h1') ?? theOnly(root, 'title');
  if (heading === undefined) return undefined;
  const whole = rawTextOf(heading).trim();
  const text = heading.tagName === 'title' ? whole.split(/\s*[-_|–—]+\s*/)[0] : whole;
  const squeezed = (value: string) => value.replace(/\s+/g, '');
  if (
    squeezed(parts.map(rawTextOf).join(''))
      .slice(0, 2 * TOP)
      .includes(squeezed(text).slice(0, TOP))
  )
    return undefined;
  return { text: text.replace(/\s+/g, ' '), heading };
}

/** Characters at the top of a main part among which its title stands. */
const TOP = 100;

function rawTextOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map((child) => rawTextOf(child as Nodes)).join('') : '';
}
