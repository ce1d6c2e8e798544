import mammoth from 'mammoth';
import type { InputNote } from '../../document/index.ts';
import { GuiyiError } from '../../errors/index.ts';
import type { FormatText } from '../format-text.ts';
import { readWholeHtml } from '../html/index.ts';
import { WordParts } from './word-parts.ts';

/** Mammoth's own types leave its transforms out. */
const { transforms } = mammoth as unknown as {
  transforms: {
    paragraph: (
      change: (paragraph: { numbering?: { isOrdered: boolean } | null }) => object,
    ) => (document: unknown) => unknown;
  };
};

/** Styles beyond mammoth's own: Word in Chinese, and what people name their titles. */
const STYLES = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='标题'] => h1:fresh",
  ...[1, 2, 3, 4, 5].map((level) => `p[style-name='标题 ${level}'] => h${level + 1}:fresh`),
  ...[1, 2, 3, 4, 5].map((level) => `p[style-name='heading ${level}'] => h${level + 1}:fresh`),
  "p[style-name='Subtitle'] => p:fresh",
];

/**
 * Reads a Word document: headings, list items, a row of a table a line with tabs, footnotes at the end.
 * Positions count its paragraphs. What is deleted under tracked changes is left out.
 *
 * @param bytes of an archive that is known to inflate to something bearable
 * @throws GuiyiError GY103 where it has no text, GY109 where it is nested too deeply, GY112 where it is damaged
 */
export async function parseDocx(bytes: Uint8Array, path: string): Promise<FormatText> {
  let numbered = 0;
  const countNumbered = transforms.paragraph((paragraph) => {
    if (paragraph.numbering?.isOrdered !== true) return paragraph;
    numbered++;
    // What its number is stands in its text, where it is known.
    return { ...paragraph, numbering: { ...paragraph.numbering, isOrdered: false } };
  });
  let html: string;
  let notes: InputNote[];
  try {
    const parts = await WordParts.open(bytes);
    const result = await mammoth.convertToHtml({ file: parts } as unknown as { buffer: Buffer }, {
      styleMap: [...STYLES, ...parts.raisedStyles()],
      transformDocument: countNumbered,
      // Pictures are no text; reading them would take time and memory.
      convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
    });
    html = result.value;
    notes = [
      ...notesOn(numbered - parts.numbered),
      ...parts.notes(result.messages.map(({ message }) => message)),
    ];
  } catch (cause) {
    if (cause instanceof RangeError) throw new GuiyiError('GY109', cause.message, { path }, { cause });
    throw new GuiyiError('GY112', (cause as Error).message, { path }, { cause });
  }
  const text = readWholeHtml(withCheckBoxes(withNoteMarks(html)), path, notes);
  if (text.text === '') throw new GuiyiError('GY103', 'the document has no text', { path });
  return text;
}

/** Boxes to tick as the characters that show them. */
function withCheckBoxes(html: string): string {
  return html.replace(/<input\b[^>]*>/g, (box) => (box.includes('checked=') ? '☑' : '☐'));
}

/** Notes with the mark that refers to them, which mammoth leaves to a list's numbers; without the arrow back, which is for screens. */
function withNoteMarks(html: string): string {
  let notes = 0;
  return html
    .replace(/\s*<a href="#(?:foot|end)note-ref-[^"]*">↑<\/a>/g, '')
    .replace(/(<li id="(?:foot|end)note-[^"]*"><p>)\s*/g, (_, start) => `${start}[${++notes}]`);
}

function notesOn(numbered: number): InputNote[] {
  return numbered <= 0
    ? []
    : [
        {
          severity: 'info',
          rule: 'drop-automatic-numbers',
          reason: `${numbered} paragraphs are numbered by Word itself; those numbers are no text and are left out`,
        },
      ];
}
