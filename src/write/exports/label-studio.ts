import { entityTypes } from './entity-types.ts';
import { type ExportFormat, TextPositions } from './format.ts';

/**
 * Label Studio tasks with our entities as predictions, and the labelling configuration for them. Positions
 * are UTF-16 units, as the browser counts.
 */
export const labelStudio: ExportFormat = {
  heads: [
    {
      file: 'label-config.xml',
      text: `<View>\n  <Labels name="label" toName="text">\n${entityTypes
        .map((type) => `    <Label value="${type}"/>\n`)
        .join('')}  </Labels>\n  <Text name="text" value="$text"/>\n</View>\n`,
    },
    { file: 'tasks.json', text: '[\n' },
  ],
  between: ',\n',
  tails: [{ file: 'tasks.json', text: '\n]\n' }],
  pieces: (record) => {
    const positions = new TextPositions(record);
    const result = record.entities.map(({ id, type, text, span, confidence }) => ({
      id,
      type: 'labels',
      from_name: 'label',
      to_name: 'text',
      score: confidence,
      value: { start: positions.utf16(span[0]), end: positions.utf16(span[1]), text, labels: [type] },
    }));
    const task = {
      data: { text: record.text, document: record.id, path: record.source.path },
      predictions: [{ model_version: `guiyi ${record.pipeline.version}`, result }],
    };
    return [{ file: 'tasks.json', text: JSON.stringify(task) }];
  },
};
