import { type ExportFormat, TextPositions } from './format.ts';

/** Characters around an annotation that help to find it in a text that moved. UTF-16 units. */
const AROUND = 16;

/** A page of W3C Web Annotations for each document, beside its text. Positions are code points, as the model has it. */
export const webAnnotation: ExportFormat = {
  pieces: (record, name) => {
    const { id, text } = record;
    const positions = new TextPositions(record);
    const items = record.entities.map((entity) => {
      const [start, end] = entity.span.map((at) => positions.utf16(at));
      const reference = 'ref' in entity ? entity.ref : undefined;
      return {
        id: `urn:guiyi:${id}:${entity.id}`,
        type: 'Annotation',
        motivation: 'tagging',
        body: [
          { type: 'TextualBody', purpose: 'tagging', value: entity.type },
          ...(reference === undefined
            ? []
            : [{ type: 'TextualBody', purpose: 'identifying', value: reference }]),
        ],
        target: {
          source: `${name}.txt`,
          selector: [
            {
              type: 'TextPositionSelector',
              start: positions.codePoint(entity.span[0]),
              end: positions.codePoint(entity.span[1]),
            },
            {
              type: 'TextQuoteSelector',
              exact: entity.text,
              prefix: text.slice(Math.max(0, start - AROUND), start),
              suffix: text.slice(end, end + AROUND),
            },
          ],
        },
      };
    });
    const page = {
      '@context': 'http://www.w3.org/ns/anno.jsonld',
      id: `urn:guiyi:${id}`,
      type: 'AnnotationPage',
      items,
    };
    return [
      { file: `${name}.txt`, text },
      { file: `${name}.jsonld`, text: `${JSON.stringify(page, null, 1)}\n` },
    ];
  },
};
