import { type ExportFormat, TextPositions } from './format.ts';

/** Doccano's JSONL for sequence labelling. Positions are code points, as Python counts. */
export const doccano: ExportFormat = {
  pieces: (record) => {
    const positions = new TextPositions(record);
    const line = {
      text: record.text,
      label: record.entities.map(({ type, span }) => [
        positions.codePoint(span[0]),
        positions.codePoint(span[1]),
        type,
      ]),
      meta: { document: record.id, path: record.source.path },
    };
    return [{ file: 'doccano.jsonl', text: `${JSON.stringify(line)}\n` }];
  },
};
