import type { Element, Nodes, Parents } from 'hast';
import { type Page, plain, type TextWeight } from './furniture.ts';

/** Share of the text that a part must have to stand for the whole. */
const MOST = 0.8;

/** Shortest text beside the main part, in characters, that is text of the document too. */
const TEXT_BESIDE = 25;

/**
 * The part of a page that is its document: an `article` or `main` where the page says so, else the
 * smallest part that has nearly all text that is no link, as long as no sentences stand beside it.
 */
export function mainContentOf(root: Parents, page: Page): Parents {
  const named = theOnly(root, 'article') ?? theOnly(root, 'main');
  if (named !== undefined && isText(page.weightOf(named))) return named;
  let main: Parents = root;
  for (;;) {
    const inner = heaviest(main, page);
    if (inner === undefined) return main;
    main = inner;
  }
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
  main: Nodes,
): { text: string; line: number | undefined } | undefined {
  const heading = theOnly(root, 'h1') ?? theOnly(root, 'title');
  if (heading === undefined) return undefined;
  const whole = rawTextOf(heading).trim();
  const text = heading.tagName === 'title' ? whole.split(/\s*[-_|–—]+\s*/)[0] : whole;
  const squeezed = (value: string) => value.replace(/\s+/g, '');
  if (
    squeezed(rawTextOf(main))
      .slice(0, 2 * TOP)
      .includes(squeezed(text).slice(0, TOP))
  )
    return undefined;
  return { text: text.replace(/\s+/g, ' '), line: heading.position?.start.line };
}

/** Characters at the top of a main part among which its title stands. */
const TOP = 100;

function rawTextOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map((child) => rawTextOf(child as Nodes)).join('') : '';
}
