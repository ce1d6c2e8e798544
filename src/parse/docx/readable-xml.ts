import { powerOf } from '../raised-text.ts';

/** Elements that mammoth would pass over with all that is in them, or reads without what they say. */
const PASSED_OVER =
  /<(?:[\w.-]+:)?(?:fldSimple|ruby|oMath|cr|ptab|bdo|dir|dstrike|textpath|AlternateContent|txbxContent)[\s/>]/;

/** A tag: whether it ends an element, the name, the attributes, and whether the element is empty. */
const TAG = /<(\/?)([\w.:-]+)((?:[^<>"']|"[^"<]*"|'[^'<]*')*?)(\/?)>/g;

/** Prefixes that mammoth knows these namespaces by. */
const NAMESPACES: readonly [prefix: string, ending: RegExp][] = [
  ['w', /wordprocessingml\/(?:2006\/)?main$/],
  ['m', /officeDocument\/(?:2006\/)?math$/],
  ['mc', /markup-compatibility\/2006$/],
  ['v', /microsoft-com:vml$/],
];

/** Deepest nesting that is read; real documents stay under 60, and looking ahead costs as much more. */
const DEEPEST = 200;
/** How far into an element is looked for what decides its fate, in UTF-16 units. */
const LOOKED_AHEAD = 20_000;
/** As far, for whether a part of a formula is more than a number or name. */
const PART = 2_000;
/** As far, for what has the same text in two forms: the first may be long. */
const FORM = 1_000_000;

/** What becomes of an element: what stands for its tags, and whether what is in it goes. */
interface Fate {
  readonly start: string;
  readonly end: string;
  readonly hides: boolean;
}

const GONE: Fate = { start: '', end: '', hides: true };
const UNWRAPPED: Fate = { start: '', end: '', hides: false };

const UNWRAPS: ReadonlySet<string> = new Set(['w:fldSimple', 'w:ruby', 'w:rubyBase', 'w:bdo', 'w:dir']);
const GOES: ReadonlySet<string> = new Set(['w:rubyPr', 'w:rt', 'w:fldData']);

/**
 * The XML of a part of a Word document, rewritten so that mammoth reads all of its text: fields and text of either
 * direction without what is around them, characters without their readings, formulas as text, text boxes and ornamental
 * writing as paragraphs.
 *
 * @param onReading takes each reading that is left out
 * @throws RangeError where elements are nested deeper than in any real document
 */
export function readableXml(xml: string, onReading: (text: string) => void): string {
  if (!PASSED_OVER.test(xml)) return xml;
  const fates = new Fates(xml, onReading);
  const ends: { readonly end: string; readonly hidden: boolean }[] = [];
  let hidden = false;
  let written = '';
  let reached = 0;
  for (const { 0: tag, 1: closing, 2: name, 3: attributes, 4: empty, index } of xml.matchAll(TAG)) {
    if (!hidden) written += xml.slice(reached, index);
    reached = index + tag.length;
    if (closing === '/') {
      const ended = ends.pop();
      if (ended === undefined) continue;
      hidden = ended.hidden;
      written += ended.end;
    } else if (hidden && !fates.isShown(name)) {
      if (empty === '') ends.push({ end: '', hidden });
    } else {
      const fate = fates.of(name, attributes, reached);
      const isEmpty = empty === '/';
      written += fate?.start ?? tag;
      if (isEmpty) {
        written += fate?.end ?? '';
        continue;
      }
      if (ends.length > DEEPEST) throw new RangeError(`more than ${DEEPEST} elements within each other`);
      ends.push({ end: fate?.end ?? `</${name}>`, hidden });
      hidden = fate?.hides === true;
    }
  }
  return hidden ? written : written + xml.slice(reached);
}

/** What becomes of each element of a part. */
class Fates {
  readonly #xml: string;
  readonly #onReading: (text: string) => void;
  readonly #prefixes = new Map<string, string>();
  /** The prefix of Word's own elements in the part. */
  readonly #w: string = 'w';

  constructor(xml: string, onReading: (text: string) => void) {
    this.#xml = xml;
    this.#onReading = onReading;
    for (const [, own, address] of xml.matchAll(/xmlns:([\w.-]+)\s*=\s*["']([^"'<]*)["']/g)) {
      const known = NAMESPACES.find(([, ending]) => ending.test(address))?.[0];
      if (known !== undefined) this.#prefixes.set(own, known);
      if (known === 'w') this.#w = own;
    }
  }

  /** True for text boxes in what is otherwise hidden. */
  isShown(name: string): boolean {
    return this.#nameOf(name) === 'w:txbxContent';
  }

  /** @returns undefined where it stays as it is */
  of(given: string, attributes: string, at: number): Fate | undefined {
    const name = this.#nameOf(given);
    if (name.startsWith('m:')) return this.#ofFormula(name, given, attributes, at);
    if (UNWRAPS.has(name)) return UNWRAPPED;
    if (name === 'w:rt') this.#onReading(textIn(this.#inside(given, at)));
    if (GOES.has(name)) return GONE;
    switch (name) {
      case 'w:cr':
        return this.#renamed('br', attributes);
      case 'w:ptab':
        return this.#renamed('tab', '');
      case 'w:dstrike':
        return this.#renamed('strike', attributes);
      case 'mc:AlternateContent':
        return /<(?:[\w.-]+:)?Fallback[\s/>]/.test(this.#inside(given, at, FORM)) ? undefined : UNWRAPPED;
      case 'mc:Choice':
        // Only within what was unwrapped does mammoth come to it.
        return UNWRAPPED;
      case 'w:drawing':
        // A text box, which mammoth reads as a picture.
        return /<(?:[\w.-]+:)?txbxContent[\s>]/.test(this.#inside(given, at))
          ? { ...this.#renamed('pict', ''), hides: true }
          : undefined;
      case 'v:textpath': {
        const text = /\bstring\s*=\s*"([^"<]+)"/.exec(attributes)?.[1];
        return text === undefined
          ? undefined
          : { start: `<${this.#w}:p>${this.#run(text)}</${this.#w}:p>`, end: '', hides: true };
      }
    }
    return undefined;
  }

  /** Formulas in one line: what is raised stays so, fractions have a stroke, brackets are written. */
  #ofFormula(name: string, given: string, attributes: string, at: number): Fate {
    if (name.endsWith('Pr')) return GONE;
    const around = (start: string, end: string): Fate => ({
      start: start === '' ? '' : this.#run(start),
      end: end === '' ? '' : this.#run(end),
      hides: false,
    });
    const inside = () => textIn(this.#inside(given, at));
    const brackets = () => (COMPOUND.test(textIn(this.#inside(given, at, PART))) ? ['(', ')'] : ['', '']);
    switch (name) {
      case 'm:r':
        return this.#renamed('r', '');
      case 'm:t':
        return this.#renamed('t', attributes);
      case 'm:num': {
        const [begin, end] = brackets();
        return around(begin, `${end}/`);
      }
      case 'm:den': {
        const [begin, end] = brackets();
        return around(begin, end);
      }
      case 'm:sup': {
        const [begin, end] = brackets();
        const text = inside();
        const start = POWER.test(text) ? powerOf(text) : `^${begin}${text}${end}`;
        return { ...around(text === '' ? '' : start, ''), hides: true };
      }
      case 'm:rad':
        return around('√', '');
      case 'm:d': {
        const [begin, end] = [this.#property(at, 'begChr') ?? '(', this.#property(at, 'endChr') ?? ')'];
        return around(begin, end);
      }
      case 'm:nary':
        return around(this.#property(at, 'chr') ?? '∫', '');
    }
    return UNWRAPPED;
  }

  /** The name as mammoth has it, be the prefix what it will. */
  #nameOf(given: string): string {
    const [prefix, local] = given.split(':');
    return local === undefined ? given : `${this.#prefixes.get(prefix) ?? prefix}:${local}`;
  }

  /** What is in an element that begins before `at`, or its beginning; less where it holds one of its own name. */
  #inside(given: string, at: number, size: number = LOOKED_AHEAD): string {
    const ahead = this.#xml.slice(at, at + size);
    const end = ahead.indexOf(`</${given}>`);
    return end === -1 ? ahead : ahead.slice(0, end);
  }

  /** A property of an element of a formula, which its first child has. */
  #property(at: number, local: string): string | undefined {
    const head = /^\s*<([\w.-]+:[A-Za-z]+Pr)>/.exec(this.#xml.slice(at, at + PROPERTY_HEAD));
    if (head === null) return undefined;
    const properties = this.#inside(head[1], at + head[0].length);
    return new RegExp(`<[\\w.-]+:${local}\\s[^<>]*?val\\s*=\\s*"([^"<]*)"`).exec(properties)?.[1];
  }

  #renamed(local: string, attributes: string): Fate {
    const name = `${this.#w}:${local}`;
    return { start: `<${name}${attributes}>`, end: `</${name}>`, hides: false };
  }

  /** @param text as XML has it */
  #run(text: string): string {
    const [run, inner] = [`${this.#w}:r`, `${this.#w}:t`];
    return `<${run}><${inner} xml:space="preserve">${text}</${inner}></${run}>`;
  }
}

/** What is no number or name by itself: where it is over a stroke or raised, it needs brackets. */
const COMPOUND = /[^\p{L}\p{N}.%]/u;
const POWER = /^[-−]?\d+$/;
/** Longest start tag of the properties of a formula's element. */
const PROPERTY_HEAD = 200;

/** The text in a stretch of a part, as XML has it. */
export function textIn(xml: string): string {
  return [...xml.matchAll(/<(?:[\w.-]+:)?t(?:\s[^<>]*)?>([^<]*)</g)].map(([, text]) => text).join('');
}
