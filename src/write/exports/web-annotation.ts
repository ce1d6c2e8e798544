import type { DocumentRecord } from '../../record/index.ts';
import { type ExportFormat, legible, TextPositions, toJson } from './format.ts';

/** Characters around an annotation that help to find it in a text that moved. Code points. */
const AROUND = 16;

/** A page of W3C Web Annotations for each document, beside its text. Positions are code points, as the model has it. */
export const webAnnotation: ExportFormat = {
  pieces: (record, name) => [
    { file: `${name}.txt`, text: legible(record.text) },
    { file: `${name}.jsonld`, text: `${toJson(pageOf(record, name), 1)}\n` },
  ],
};

function pageOf(record: DocumentRecord, name: string) {
  const { text } = record;
  const positions = new TextPositions(record);
  const collection = `urn:guiyi:${encodeURIComponent(legible(record.id))}`;
  // Relative to the page, which stands in the same folder.
  const source = `${encodeURIComponent(name.slice(name.lastIndexOf('/') + 1))}.txt`;
  const items = record.entities.map((entity) => {
    const [start, end] = entity.span.map((at) => positions.utf16(at));
    const reference = 'ref' in entity ? entity.ref : undefined;
    return {
      id: `${collection}:${encodeURIComponent(legible(entity.id))}`,
      type: 'Annotation',
      motivation: 'tagging',
      body: [
        { type: 'TextualBody', purpose: 'tagging', value: entity.type },
        ...(reference === undefined
          ? []
          : [{ type: 'TextualBody', purpose: 'identifying', value: reference }]),
      ],
      target: {
        source,
        selector: [
          {
            type: 'TextPositionSelector',
            start: positions.codePoint(entity.span[0]),
            end: positions.codePoint(entity.span[1]),
          },
          {
            type: 'TextQuoteSelector',
            exact: entity.text,
            // Twice the units hold the code points that are wanted, and perhaps half a pair at the far end, cut off.
            prefix: [...text.slice(Math.max(0, start - 2 * AROUND), start)].slice(-AROUND).join(''),
            suffix: [...text.slice(end, end + 2 * AROUND)].slice(0, AROUND).join(''),
          },
        ],
      },
    };
  });
  return {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: `${collection}:page`,
    type: 'AnnotationPage',
    partOf: collection,
    startIndex: 0,
    items,
  };
}
