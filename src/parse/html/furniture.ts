import type { Element, Nodes } from 'hast';
import type { Dictionaries } from '../../dictionary/index.ts';

/** Elements whose text nobody reads as such. */
const NO_TEXT: ReadonlySet<string> = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'iframe',
  'object',
  'svg',
  'canvas',
  'audio',
  'video',
  'button',
  'select',
  'input',
  'textarea',
]);
/** Elements and roles of what stands around a document; some pages have all that they are in a form. */
const AROUND: ReadonlySet<string> = new Set(['nav', 'footer', 'aside', 'form', 'dialog', 'menu']);
const ROLES: ReadonlySet<string> = new Set([
  'navigation',
  'banner',
  'contentinfo',
  'complementary',
  'search',
]);
const WHOLE: ReadonlySet<string> = new Set(['html', 'body', 'main', 'article']);

/** A part is the document, whatever it is called, where it has this share of a page's running text or more, */
const MOSTLY = 0.5;
/** and this many times what would be left without all that is called so. */
const FAR_MORE = 4;

/** Words in names of what stands around documents: those that tell wherever they stand in a name, and those at its end. */
interface Cues {
  readonly anywhere: ReadonlySet<string>;
  readonly atEnd: ReadonlySet<string>;
  /** Words of short texts that stand around documents. */
  readonly inText: readonly string[];
}

const cuesKey = Symbol('page furniture');

function cuesOf(dictionaries: Dictionaries): Cues {
  return dictionaries.derived(cuesKey, (own) => {
    const rows = own.rows('pageFurniture');
    const of = (place: string) => rows.filter((row) => row.place === place).map(({ cue }) => cue);
    return { anywhere: new Set(of('any')), atEnd: new Set(of('end')), inText: of('text') };
  });
}

/** Characters of a stretch of a page: all of its text, and what of it is links. */
export interface TextWeight {
  readonly all: number;
  readonly linked: number;
  /** Marks that sentences have: lists of links and menus have none. */
  readonly marks: number;
  /** Links in it. */
  readonly links: number;
}

const NOTHING: TextWeight = { all: 0, linked: 0, marks: 0, links: 0 };

/** Which weights are asked for: of all text, without what is called like furniture, or without what is furniture. */
type Count = 'all' | 'named' | 'document';

/** A page, and what of it is its document. What is asked of a node is found out once. */
export class Page {
  readonly #root: Nodes;
  readonly #cues: Cues | undefined;
  readonly #known: Readonly<Record<Count, Map<Nodes, TextWeight>>> = {
    all: new Map(),
    named: new Map(),
    document: new Map(),
  };

  /** @param dictionaries left out, nothing stands around the document: all of it is text */
  constructor(root: Nodes, dictionaries?: Dictionaries) {
    this.#root = root;
    this.#cues = dictionaries === undefined ? undefined : cuesOf(dictionaries);
  }

  /** The weight of what a node has of the document. */
  weightOf(node: Nodes): TextWeight {
    return this.#weightOf(node, 'document');
  }

  /** Characters of all text of the page. */
  get characters(): number {
    return this.#weightOf(this.#root, 'all').all;
  }

  /** The text of what a node has of the document, as it stands in the file. */
  rawTextOf(node: Nodes): string {
    if (node.type === 'text') return node.value;
    if (!('children' in node) || (node.type === 'element' && this.isFurniture(node))) return '';
    return node.children.map((child) => this.rawTextOf(child as Nodes)).join('');
  }

  /** True for a short text that says what pages say around a document: whose page it is, who may share it. */
  saysFurniture(text: string): boolean {
    const squeezed = text.replace(/\s+/g, '').toLowerCase();
    return this.#cues?.inText.some((cue) => squeezed.includes(cue)) === true;
  }

  /** True for an element that pages have around a document: navigation, forms, sharing, what is hidden. */
  isFurniture(element: Element): boolean {
    return this.#leavesOut(element, 'document');
  }

  /** True for a list or block of links: what pages put around and under their text. */
  isLinkList(element: Element): boolean {
    return this.#cues !== undefined && isLinkList(this.weightOf(element));
  }

  #looksLikeFurniture({ tagName, properties }: Element): boolean {
    if (this.#cues === undefined || WHOLE.has(tagName)) return false;
    if (AROUND.has(tagName) || ROLES.has(String(properties.role))) return true;
    // How LibreOffice writes the head and foot of a document's pages.
    if (tagName === 'div' && /^(?:header|footer)$/.test(String(properties.title))) return true;
    const { anywhere, atEnd } = this.#cues;
    return [properties.id, properties.className].flat().some((name) => {
      if (typeof name !== 'string') return false;
      const words = name.toLowerCase().split(/[\s_-]+/);
      return words.some((word) => anywhere.has(word)) || atEnd.has(words[words.length - 1]);
    });
  }

  /** True for what holds most of the page's sentences. */
  #isDocument(element: Element): boolean {
    const own = this.#weightOf(element, 'all');
    if (own.marks === 0 || plain(own) < plain(this.#weightOf(this.#root, 'all')) * MOSTLY) return false;
    return plain(own) >= plain(this.#weightOf(this.#root, 'named')) * FAR_MORE;
  }

  #leavesOut(element: Element, count: Count): boolean {
    if (isUnread(element)) return true;
    if (count === 'all') return false;
    return this.#looksLikeFurniture(element) && (count === 'named' || !this.#isDocument(element));
  }

  #weightOf(node: Nodes, count: Count): TextWeight {
    const known = this.#known[count].get(node);
    if (known !== undefined) return known;
    const weight = this.#weigh(node, count);
    this.#known[count].set(node, weight);
    return weight;
  }

  #weigh(node: Nodes, count: Count): TextWeight {
    if (node.type === 'text') {
      const marks = node.value.match(/[，。；：、,;]/g)?.length ?? 0;
      return { ...NOTHING, all: node.value.replace(/\s+/g, '').length, marks };
    }
    if (!('children' in node)) return NOTHING;
    const isElement = node.type === 'element';
    if (isElement && this.#leavesOut(node, count)) return NOTHING;
    let { all, linked, marks, links } = NOTHING;
    for (const child of node.children) {
      const weight = this.#weightOf(child as Nodes, count);
      all += weight.all;
      linked += weight.linked;
      marks += weight.marks;
      links += weight.links;
    }
    return isElement && isLink(node)
      ? { all, linked: all, marks, links: links + 1 }
      : { all, linked, marks, links };
  }
}

/** True for an element that holds no text, or whose text is not shown. */
export function isUnread({ tagName, properties }: Element): boolean {
  if (tagName === 'head' || NO_TEXT.has(tagName)) return true;
  if (properties.hidden === true || properties.ariaHidden === 'true') return true;
  return /display\s*:\s*none|visibility\s*:\s*hidden/i.test(String(properties.style ?? ''));
}

/** Characters that are no links. */
export const plain = ({ all, linked }: TextWeight) => all - linked;

/** Files that documents have as their attachments: links to them are part of the document. */
const ATTACHED = /\.(?:docx?|xlsx?|pptx?|wps|et|dps|ofd|pdf|ceb|rtf|csv|zip|rar|7z)(?:[?#].*)?$/i;

/** An anchor without an address is a place to jump to; where a page closes it as XML does, all that follows is in it. */
const isLink = ({ tagName, properties: { href } }: Element) =>
  tagName === 'a' && href !== undefined && !ATTACHED.test(String(href));

function isLinkList({ all, linked, links, marks }: TextWeight): boolean {
  return linked > all * 0.7 && links >= 3 && marks * 12 < all;
}
