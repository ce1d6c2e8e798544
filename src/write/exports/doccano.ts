import { type ExportFormat, legible, TextPositions, toJson } from './format.ts';

/** Doccano's JSONL for sequence labelling. Positions are code points, as Python counts. */
export const doccano: ExportFormat = {
  pieces: (record) => {
    // Doccano refuses an example without a text, and with it the rest of the file's batch.
    if (legible(record.text).trim() === '') return [];
    const positions = new TextPositions(record);
    const line = {
      text: record.text,
      label: record.entities
        .filter(({ span }) => span[1] > span[0])
        .map(({ type, span }) => [positions.codePoint(span[0]), positions.codePoint(span[1]), type]),
      meta: { document: record.id, path: record.source.path },
    };
    return [{ file: 'doccano.jsonl', text: `${toJson(line)}\n` }];
  },
};
