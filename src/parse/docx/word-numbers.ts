import { hanOf, romanOf } from '../numerals.ts';

/** A level of a list. */
interface Level {
  readonly start: number;
  readonly format: string;
  /** `%1` is the number of the first level; none where the file does not say. */
  readonly pattern: string | undefined;
  readonly isParted: boolean;
  /** All numbers in it are decimal ones. */
  readonly isLegal: boolean;
  /** The style of paragraphs that are on it. */
  readonly style: string | undefined;
}

/** The list that a number in the file names. */
interface List {
  /** Lists of the same are counted together. */
  readonly counted: string;
  readonly levels: ReadonlyMap<number, Level>;
  /** Where it begins anew, by level. */
  readonly starts: ReadonlyMap<number, number>;
}

/** Which list and level a paragraph or style names; what it leaves open its style tells. */
interface Numbering {
  readonly list?: string | undefined;
  readonly level?: number | undefined;
}

const DEEPEST_STYLE = 20;

/** The numbers that Word puts before paragraphs, which are in no text of the file. */
export class WordNumbers {
  readonly #lists = new Map<string, List>();
  readonly #styles = new Map<string, Numbering & { readonly base?: string | undefined }>();
  readonly #counts = new Map<string, number[]>();
  readonly #begun = new Set<string>();
  /** Paragraphs whose number is known, be it none. */
  made = 0;

  /** @param numberingXml,stylesXml the parts of a document, empty where it has none */
  constructor(numberingXml: string, stylesXml: string) {
    for (const [attributes, inner] of elementsOf(stylesXml, 'style')) {
      const id = attributeOf(attributes, 'styleId');
      if (id !== undefined) this.#styles.set(id, { ...numberingOf(inner), base: valueIn(inner, 'basedOn') });
    }
    const abstract = new Map<string, { link: string | undefined; levels: Map<number, Level> }>();
    for (const [attributes, inner] of elementsOf(numberingXml, 'abstractNum')) {
      const id = attributeOf(attributes, 'abstractNumId') ?? '';
      abstract.set(id, { link: valueIn(inner, 'numStyleLink'), levels: levelsOf(inner) });
    }
    for (const [attributes, inner] of elementsOf(numberingXml, 'num')) {
      const id = attributeOf(attributes, 'numId') ?? '';
      const counted = valueIn(inner, 'abstractNumId') ?? '';
      const levels = new Map([...(abstract.get(counted)?.levels ?? []), ...levelsOf(inner)]);
      const starts = new Map<number, number>();
      for (const [override, own] of elementsOf(inner, 'lvlOverride')) {
        const start = Number(valueIn(own, 'startOverride') ?? Number.NaN);
        if (start >= 0) starts.set(Number(attributeOf(override, 'ilvl')), start);
      }
      this.#lists.set(id, { counted, levels, starts });
    }
    // A list that a style of lists defines is that style's.
    for (const [id, { counted }] of [...this.#lists]) {
      const link = abstract.get(counted)?.link;
      const linked = link === undefined ? undefined : this.#lists.get(this.#styles.get(link)?.list ?? '');
      if (linked !== undefined) this.#lists.set(id, linked);
    }
  }

  /** The part with its numbers as text. */
  written(xml: string): string {
    if (this.#lists.size === 0) return xml;
    const properties = new Properties(xml);
    const texts = new Following(xml, /<(?:[\w.-]+:)?t[\s>]/g);
    const ends = new Following(xml, /<\/(?:[\w.-]+:)?p>/g);
    let text = '';
    let reached = 0;
    let boxes = 0;
    for (const { 0: tag, 1: closing, 2: prefix = '', 3: local, index } of xml.matchAll(PARAGRAPH_OR_BOX)) {
      if (local === 'txbxContent') boxes += closing === '/' ? -1 : 1;
      // Text boxes are in a file twice, and few are numbered.
      if (local !== 'p' || closing === '/' || boxes > 0) continue;
      const found = properties.at(index + tag.length);
      if (found === undefined) continue;
      const number = this.#next(found.text);
      if (number === undefined || number === '' || texts.from(found.end) > ends.from(found.end)) continue;
      text += xml.slice(reached, found.end);
      text += `<${prefix}r><${prefix}t xml:space="preserve">${number}</${prefix}t></${prefix}r>`;
      reached = found.end;
    }
    return text + xml.slice(reached);
  }

  /** The number of the next paragraph. @returns undefined where it has none that is known */
  #next(properties: string): string | undefined {
    const own = numberingOf(properties);
    const styleId = valueIn(properties, 'pStyle');
    const style = this.#ofStyle(styleId);
    const id = own.list ?? style.list;
    const list = id === undefined ? undefined : this.#lists.get(id);
    const at = own.level ?? (own.list === undefined ? (style.level ?? levelOf(list, styleId)) : 0);
    const level = list?.levels.get(at);
    if (id === undefined || list === undefined || level === undefined || level.format === 'bullet')
      return undefined;
    const counts = this.#counts.get(list.counted) ?? [];
    this.#counts.set(list.counted, counts);
    const begins = `${id} ${at}`;
    const anew = this.#begun.has(begins) ? undefined : list.starts.get(at);
    this.#begun.add(begins);
    counts[at] = anew ?? (counts[at] === undefined ? level.start : counts[at] + 1);
    counts.length = at + 1;
    for (let i = 0; i < at; i++) counts[i] ??= list.levels.get(i)?.start ?? 1;
    const number = numberText(level, counts, list.levels);
    if (number !== undefined) this.made++;
    return number;
  }

  #ofStyle(given: string | undefined): Numbering {
    let list: string | undefined;
    let level: number | undefined;
    let id = given;
    for (let i = 0; i < DEEPEST_STYLE && id !== undefined && list === undefined; i++) {
      const style = this.#styles.get(id);
      level ??= style?.level;
      list = style?.list;
      id = style?.base;
    }
    return { list, level };
  }
}

/** The level of a list that a style stands on. */
function levelOf(list: List | undefined, style: string | undefined): number {
  if (style === undefined) return 0;
  for (const [at, level] of list?.levels ?? []) if (level.style === style) return at;
  return 0;
}

const PARAGRAPH_OR_BOX = /<(\/?)([\w.-]+:)?(p|txbxContent)(?=[\s>])[^<>]*(?<!\/)>/g;

/** Where something comes next, asked for from one place after the other: the part is gone through once. */
class Following {
  readonly #xml: string;
  readonly #pattern: RegExp;
  #found = -1;

  constructor(xml: string, pattern: RegExp) {
    this.#xml = xml;
    this.#pattern = pattern;
  }

  /** Infinity where it comes no more. */
  from(at: number): number {
    if (this.#found < at) {
      this.#pattern.lastIndex = at;
      this.#found = this.#pattern.exec(this.#xml)?.index ?? Number.POSITIVE_INFINITY;
    }
    return this.#found;
  }
}

/** The properties that paragraphs begin with, without those that they had before a tracked change. */
class Properties {
  readonly #xml: string;
  readonly #ends: Following;
  readonly #changes: Following;

  constructor(xml: string) {
    this.#xml = xml;
    this.#ends = new Following(xml, /<\/(?:[\w.-]+:)?pPr>/g);
    this.#changes = new Following(xml, /<\/(?:[\w.-]+:)?pPrChange>/g);
  }

  at(start: number): { text: string; end: number } | undefined {
    if (!/^<(?:[\w.-]+:)?pPr>/.test(this.#xml.slice(start, start + 40))) return undefined;
    let close = this.#ends.from(start);
    if (close === Number.POSITIVE_INFINITY) return undefined;
    const text = this.#xml.slice(start, close);
    const changed = text.search(/<(?:[\w.-]+:)?pPrChange[\s>]/);
    if (changed !== -1) close = this.#ends.from(Math.min(this.#changes.from(start), this.#xml.length));
    const end = this.#xml.indexOf('>', close) + 1;
    return end === 0 ? undefined : { text: changed === -1 ? text : text.slice(0, changed), end };
  }
}

function numberingOf(xml: string): Numbering {
  const [, inner] = elementsOf(xml, 'numPr').next().value ?? ['', ''];
  const level = valueIn(inner, 'ilvl');
  return { list: valueIn(inner, 'numId'), level: level === undefined ? undefined : Number(level) };
}

function levelsOf(xml: string): Map<number, Level> {
  const levels = new Map<number, Level>();
  for (const [attributes, inner] of elementsOf(xml, 'lvl')) {
    levels.set(Number(attributeOf(attributes, 'ilvl') ?? 0), {
      start: Number(valueIn(inner, 'start') ?? 1),
      format: valueIn(inner, 'numFmt') ?? 'decimal',
      pattern: valueIn(inner, 'lvlText'),
      isParted: valueIn(inner, 'suff') !== 'nothing',
      style: valueIn(inner, 'pStyle'),
      isLegal: /<(?:[\w.-]+:)?isLgl\s*\/?>/.test(inner),
    });
  }
  return levels;
}

/** Elements that hold none of their own name, each as its attributes and what is in it. */
function* elementsOf(xml: string, local: string): Generator<[attributes: string, inner: string]> {
  const start = new RegExp(`<((?:[\\w.-]+:)?${local})((?:\\s[^<>]*)?)(?<!/)>`, 'g');
  for (let found = start.exec(xml); found !== null; found = start.exec(xml)) {
    const [, name, attributes] = found;
    const end = xml.indexOf(`</${name}>`, start.lastIndex);
    if (end === -1) return;
    yield [attributes, xml.slice(start.lastIndex, end)];
    start.lastIndex = end;
  }
}

const attributeOf = (attributes: string, local: string) =>
  new RegExp(`(?:^|[\\s:])${local}\\s*=\\s*"([^"]*)"`).exec(attributes)?.[1];

/** The value of the first element of a name. */
const valueIn = (xml: string, local: string) =>
  new RegExp(`<(?:[\\w.-]+:)?${local}\\s[^<>]*?val\\s*=\\s*"([^"<]*)"`).exec(xml)?.[1];

/** @returns undefined where it has a format that is not known here */
function numberText(
  level: Level,
  counts: readonly number[],
  levels: ReadonlyMap<number, Level>,
): string | undefined {
  if (level.format === 'none') return '';
  if (level.pattern === undefined) return undefined;
  let isKnown = true;
  const text = level.pattern.replace(/%([1-9])/g, (_, digit) => {
    const at = Number(digit) - 1;
    const format = level.isLegal ? 'decimal' : (levels.get(at)?.format ?? 'decimal');
    const number = FORMATS[format]?.(counts[at] ?? 1);
    if (number === undefined) isKnown = false;
    return number ?? '';
  });
  if (!isKnown) return undefined;
  if (text === '' || !level.isParted || /[、，．：）】〕\s]$/.test(text)) return text;
  // As in 第一条　总则.
  return text + (/\p{Script=Han}$/u.test(text) ? '\u3000' : ' ');
}

const oneOf = (characters: string) => (number: number) => [...characters][number - 1];
const decimal = (number: number) => String(number);
const fullWidth = (number: number) =>
  String(number).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
/** A to Z, AA, BB, … */
const letter = (number: number) =>
  number < 1 || number > 780
    ? undefined
    : String.fromCharCode(65 + ((number - 1) % 26)).repeat(Math.ceil(number / 26));
const roman = (number: number) => (number < 1 || number > 3999 ? undefined : romanOf(number));
const han = (number: number) => (number < 1 || number > 9999 ? undefined : hanOf(number));
const circled = oneOf('①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳');

const FORMATS: Readonly<Record<string, (number: number) => string | undefined>> = {
  decimal,
  decimalZero: (number) => String(number).padStart(2, '0'),
  decimalHalfWidth: decimal,
  decimalFullWidth: fullWidth,
  decimalFullWidth2: fullWidth,
  upperLetter: letter,
  lowerLetter: (number) => letter(number)?.toLowerCase(),
  upperRoman: roman,
  lowerRoman: (number) => roman(number)?.toLowerCase(),
  chineseCounting: han,
  chineseCountingThousand: han,
  japaneseCounting: han,
  taiwaneseCounting: han,
  taiwaneseCountingThousand: han,
  decimalEnclosedCircle: circled,
  decimalEnclosedCircleChinese: circled,
  decimalEnclosedParen: oneOf('⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇'),
  decimalEnclosedFullstop: oneOf('⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛'),
  ideographTraditional: oneOf('甲乙丙丁戊己庚辛壬癸'),
  ideographZodiac: oneOf('子丑寅卯辰巳午未申酉戌亥'),
};
