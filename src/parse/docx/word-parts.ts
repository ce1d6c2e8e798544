import { type DocxFile, openArrayBuffer } from 'mammoth/lib/zipfile.js';
import type { InputNote } from '../../document/index.ts';
import { beginningOf, LeftOut } from '../left-out.ts';
import { readableXml, textIn } from './readable-xml.ts';
import { WordNumbers } from './word-numbers.ts';

const UNRECOGNISED = /^An unrecognised element was ignored: (?:\{[^}]*\}|[\w-]+:)?([\w.-]+)$/;
const SYMBOL = /^A w:sym element with an unsupported character was ignored: (.*)$/;

/** The parts of a Word document as mammoth asks for them, rewritten where it would lose text. */
export class WordParts implements DocxFile {
  readonly #file: DocxFile;
  readonly #leftOut = new LeftOut();
  /** Those with paragraphs, as they were given. */
  readonly #texts: string[] = [];

  readonly #drawn = new Map<string, number>();
  readonly #numbers: WordNumbers;
  readonly #styles: string;

  private constructor(file: DocxFile, styles: string, numbering: string) {
    this.#file = file;
    this.#styles = styles;
    this.#numbers = new WordNumbers(numbering, styles);
  }

  static async open(bytes: Uint8Array): Promise<WordParts> {
    const file = await openArrayBuffer(bytes);
    const read = async (name: string) => (file.exists(name) ? String(await file.read(name, 'utf-8')) : '');
    return new WordParts(file, await read('word/styles.xml'), await read('word/numbering.xml'));
  }

  /** Paragraphs whose number was made, or has nothing to show. */
  get numbered(): number {
    return this.#numbers.made;
  }

  exists(name: string): boolean {
    return this.#file.exists(name);
  }

  async read(name: string, encoding?: string): Promise<string | Uint8Array> {
    const content = await this.#file.read(name, encoding);
    if (typeof content !== 'string' || !HAS_PARAGRAPHS.test(content)) return content;
    for (const [what, elements] of DRAWN) {
      // Where there are two forms, one is for old readers.
      const count = Math.max(...elements.map((element) => content.match(element)?.length ?? 0));
      if (count > 0) this.#drawn.set(what, (this.#drawn.get(what) ?? 0) + count);
    }
    const xml = readableXml(content, (reading) => this.#leftOut.add('drop-ruby-text', reading));
    this.#texts.push(xml);
    return IS_DOCUMENT.test(xml) ? this.#numbers.written(xml) : xml;
  }

  /** Of the styles of characters, those that raise them, as mammoth's maps of styles have them. */
  raisedStyles(): string[] {
    const raised: string[] = [];
    for (const upToEnd of this.#styles.split(/<\/(?:[\w.-]+:)?style>/)) {
      const style = upToEnd.slice(Math.max(0, upToEnd.search(/<(?:[\w.-]+:)?style\s[^<>]*type="character"/)));
      const name = /<(?:[\w.-]+:)?name\s[^<>]*val="([^"<&'\\]*)"/.exec(style)?.[1];
      if (name !== undefined && RAISED.test(style)) raised.push(`r[style-name='${name}'] => sup`);
    }
    return raised;
  }

  /** @param messages mammoth's on what it passed over; those that lost no text give no note */
  notes(messages: readonly string[]): InputNote[] {
    const notes = this.#leftOut.notes();
    if (this.#drawn.size > 0) {
      const counts = [...this.#drawn].map(([what, count]) => `${count} × ${what}`).join(', ');
      notes.push({
        severity: 'info',
        rule: 'drop-pictures',
        reason: `${counts}: left out, with any text that they show`,
      });
    }
    for (const message of messages) {
      const local = UNRECOGNISED.exec(message)?.[1];
      const symbol = SYMBOL.exec(message)?.[1];
      if (local !== undefined) {
        const lost = this.#texts.flatMap((xml) => textsOf(local, xml));
        if (lost.length > 0)
          notes.push(warning(`${lost.length} × ${local} is left out: '${beginningOf(lost[0])}'`));
      } else if (symbol !== undefined) {
        notes.push(warning(`a symbol that no character is known for is left out: ${symbol}`));
      }
    }
    return notes;
  }
}

const IS_DOCUMENT = /<(?:[\w.-]+:)?body[\s>]/;
const HAS_PARAGRAPHS = /<(?:[\w.-]+:)?p[\s>]/;

/** What shows text that is in no paragraph, by its elements. */
const DRAWN: readonly [what: string, elements: readonly RegExp[]][] = [
  ['picture', [/<pic:pic[\s>]/g, /<v:imagedata\s/g]],
  ['chart', [/<(?:c|cx):chart\s/g]],
  ['diagram', [/<dgm:relIds\s/g]],
  ['embedded object', [/<o:OLEObject\s/g]],
  ['document put in', [/<w:altChunk[\s/]/g]],
];

const RAISED = /type="character".*<(?:[\w.-]+:)?vertAlign\s[^<>]*val="superscript"/s;

const warning = (reason: string): InputNote => ({
  severity: 'warning',
  rule: 'drop-unknown-element',
  reason,
});

/** The texts of all elements of a name that have any. */
function textsOf(local: string, xml: string): string[] {
  const texts: string[] = [];
  const start = new RegExp(
    `<((?:[\\w.-]+:)?${local.replaceAll('.', '\\.')})(?:\\s(?:[^<>/]|/(?!>))*)?>`,
    'g',
  );
  for (const { 0: tag, 1: name, index } of xml.matchAll(start)) {
    const from = index + tag.length;
    const end = xml.indexOf(`</${name}>`, from);
    const text = end === -1 ? '' : textIn(xml.slice(from, end));
    if (text.trim() !== '') texts.push(text);
  }
  return texts;
}
