import type { DocumentRecord } from '../../record/index.ts';
import { entityTypes } from './entity-types.ts';
import { type ExportFormat, legible, TextPositions } from './format.ts';
import { linkTypes, metricLinks } from './metric-links.ts';

/**
 * Brat's standoff: a text and an annotation file for each document, and the configuration that names the
 * types. Positions are code points. An entity over a line break is written as several pieces, as brat wants it.
 */
export const brat: ExportFormat = {
  heads: [{ file: 'annotation.conf', text: configuration() }],
  pieces: (record, name) => [
    { file: `${name}.txt`, text: legible(record.text) },
    { file: `${name}.ann`, text: annotationsOf(record) },
  ],
};

/** Without the line for `<OVERLAP>`, brat marks entities within one another as errors. */
function configuration(): string {
  const relations = linkTypes.map((type) => `${type}\tArg1:<ENTITY>, Arg2:<ENTITY>\n`).join('');
  const overlap = '<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>\n';
  return `[entities]\n${entityTypes.join('\n')}\n\n[relations]\n${overlap}${relations}\n[events]\n\n[attributes]\n`;
}

function annotationsOf(record: DocumentRecord): string {
  const positions = new TextPositions(record);
  const numbers = new Map<string, string>();
  const lines: string[] = [];
  for (const { id, type, span, text } of record.entities) {
    const pieces = piecesOf(legible(text), positions.codePoint(span[0]));
    if (pieces.length === 0) continue;
    const number = `T${numbers.size + 1}`;
    numbers.set(id, number);
    const ranges = pieces.map(({ start, end }) => `${start} ${end}`).join(';');
    lines.push(`${number}\t${type} ${ranges}\t${pieces.map((piece) => piece.text).join(' ')}`);
  }
  let notes = 0;
  for (const entity of record.entities) {
    const reference = 'ref' in entity ? entity.ref : undefined;
    const number = numbers.get(entity.id);
    if (reference === undefined || number === undefined) continue;
    lines.push(`#${++notes}\tAnnotatorNotes ${number}\t${legible(reference).replace(lineBreaks, ' ')}`);
  }
  const links = metricLinks(record, (id) => numbers.has(id));
  links.forEach(({ type, from, to }, i) => {
    lines.push(`R${i + 1}\t${type} Arg1:${numbers.get(from)} Arg2:${numbers.get(to)}`);
  });
  return lines.map((line) => `${line}\n`).join('');
}

/** All that Python's `splitlines` breaks at: brat reads its files with it. */
const lineBreaks = /[\n-\r\x1c-\x1e\x85\u2028\u2029]+/g;

/** The pieces of a text between its line breaks. @param start of the text; positions are code points */
function piecesOf(text: string, start: number): { text: string; start: number; end: number }[] {
  const pieces: { text: string; start: number; end: number }[] = [];
  let at = start;
  const add = (line: string) => {
    const end = at + [...line].length;
    // Of a piece of spaces alone there is nothing to see, and brat takes a T line with it for one without a text.
    if (/[^\s\x1c-\x1f\x85]/.test(line)) pieces.push({ text: line, start: at, end });
    at = end;
  };
  let from = 0;
  for (const { 0: breaks, index } of text.matchAll(lineBreaks)) {
    add(text.slice(from, index));
    from = index + breaks.length;
    at += breaks.length;
  }
  add(text.slice(from));
  return pieces;
}
