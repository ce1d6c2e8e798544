import type { Element, Nodes } from 'hast';
import type { Dictionaries } from '../../dictionary/index.ts';

/** Elements that hold no text of the document. */
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
  'nav',
  'footer',
  'aside',
  'form',
  'button',
  'select',
  'input',
  'textarea',
  'dialog',
  'menu',
]);
const ROLES: ReadonlySet<string> = new Set([
  'navigation',
  'banner',
  'contentinfo',
  'complementary',
  'search',
]);

const cuesKey = Symbol('page furniture');

function cuesOf(dictionaries: Dictionaries): ReadonlySet<string> {
  return dictionaries.derived(cuesKey, (own) => new Set(own.rows('pageFurniture').map(({ cue }) => cue)));
}

/** True for an element that pages have around a document: navigation, forms, sharing, what is hidden. */
export function isFurniture(element: Element, dictionaries: Dictionaries): boolean {
  const { tagName, properties } = element;
  if (NO_TEXT.has(tagName)) return true;
  if (ROLES.has(String(properties.role)) || properties.hidden === true || properties.ariaHidden === 'true')
    return true;
  if (/display\s*:\s*none|visibility\s*:\s*hidden/i.test(String(properties.style ?? ''))) return true;
  if (tagName === 'body' || tagName === 'html' || tagName === 'main' || tagName === 'article') return false;
  const names = [properties.id, properties.className].flat().join(' ').toLowerCase();
  if (names === '') return false;
  const cues = cuesOf(dictionaries);
  return names.split(/[\s_-]+/).some((name) => cues.has(name));
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

/** The weight of the text under each node of a page, furniture left out; each node is weighed once. */
export class PageWeights {
  readonly #dictionaries: Dictionaries;
  readonly #known = new Map<Nodes, TextWeight>();

  constructor(dictionaries: Dictionaries) {
    this.#dictionaries = dictionaries;
  }

  of(node: Nodes): TextWeight {
    const known = this.#known.get(node);
    if (known !== undefined) return known;
    const weight = this.#weigh(node);
    this.#known.set(node, weight);
    return weight;
  }

  #weigh(node: Nodes): TextWeight {
    if (node.type === 'text') {
      const marks = node.value.match(/[，。；：、,;]/g)?.length ?? 0;
      return { ...NOTHING, all: node.value.replace(/\s+/g, '').length, marks };
    }
    if (!('children' in node)) return NOTHING;
    const isElement = node.type === 'element';
    if (isElement && (node.tagName === 'head' || isFurniture(node, this.#dictionaries))) return NOTHING;
    let { all, linked, marks, links } = NOTHING;
    for (const child of node.children) {
      const weight = this.of(child as Nodes);
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

/** An anchor without an address is a place to jump to; where a page closes it as XML does, all that follows is in it. */
const isLink = ({ tagName, properties }: Element) => tagName === 'a' && properties.href !== undefined;
