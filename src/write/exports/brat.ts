import type { DocumentRecord } from '../../record/index.ts';
import { entityTypes } from './entity-types.ts';
import { type ExportFormat, TextPositions } from './format.ts';

/**
 * Brat's standoff: a text and an annotation file for each document, and the configuration that names the
 * types. Positions are code points. An entity over a line break is written as several pieces, as brat wants it.
 */
export const brat: ExportFormat = {
  heads: [
    {
      file: 'annotation.conf',
      text: `[entities]\n${entityTypes.join('\n')}\n\n[relations]\nmetric-region\tArg1:<ENTITY>, Arg2:<ENTITY>\nmetric-organ\tArg1:<ENTITY>, Arg2:<ENTITY>\n\n[events]\n\n[attributes]\n`,
    },
  ],
  pieces: (record, name) => [
    { file: `${name}.txt`, text: record.text },
    { file: `${name}.ann`, text: annotationsOf(record) },
  ],
};

function annotationsOf(record: DocumentRecord): string {
  const positions = new TextPositions(record);
  const numbers = new Map(record.entities.map(({ id }, index) => [id, `T${index + 1}`]));
  const lines: string[] = [];
  for (const { id, type, span, text } of record.entities) {
    const start = positions.codePoint(span[0]);
    const ranges = rangesOf(text, start).map((range) => range.join(' '));
    lines.push(`${numbers.get(id)}\t${type} ${ranges.join(';')}\t${text.replace(/[\r\n]+/g, ' ')}`);
  }
  let notes = 0;
  for (const entity of record.entities) {
    const reference = 'ref' in entity ? entity.ref : undefined;
    if (reference !== undefined)
      lines.push(`#${++notes}\tAnnotatorNotes ${numbers.get(entity.id)}\t${reference}`);
  }
  let relations = 0;
  for (const relation of record.relations) {
    if (relation.type !== 'metric') continue;
    for (const [type, ids] of [
      ['metric-region', relation.regions],
      ['metric-organ', relation.organs],
    ] as const) {
      for (const id of ids) {
        lines.push(`R${++relations}\t${type} Arg1:${numbers.get(relation.value)} Arg2:${numbers.get(id)}`);
      }
    }
  }
  return lines.map((line) => `${line}\n`).join('');
}

/** The ranges of the lines of a text that begins at `start`; all in code points. */
function rangesOf(text: string, start: number): [number, number][] {
  const ranges: [number, number][] = [];
  let at = start;
  for (const line of text.split(/(\r\n|[\r\n])/)) {
    const end = at + [...line].length;
    if (line !== '' && !/^[\r\n]/.test(line)) ranges.push([at, end]);
    at = end;
  }
  return ranges;
}
