import { entityTypes } from './entity-types.ts';
import { type ExportFormat, TextPositions, toJson } from './format.ts';
import { linkTypes, metricLinks } from './metric-links.ts';

/** The names of the controls in the labelling configuration, which every result points to. */
const LABELS = 'label';
const TEXT = 'text';

/**
 * Label Studio tasks with our entities as predictions, and the labelling configuration for them. Positions
 * are UTF-16 units, as the browser counts.
 */
export const labelStudio: ExportFormat = {
  heads: [
    { file: 'label-config.xml', text: configuration() },
    { file: 'tasks.json', text: '[\n' },
  ],
  between: ',\n',
  tails: [{ file: 'tasks.json', text: '\n]\n' }],
  pieces: (record) => {
    const positions = new TextPositions(record);
    const entities = record.entities.filter(({ span }) => span[1] > span[0]);
    const ids = new Set(entities.map(({ id }) => id));
    const labels = entities.map(({ id, type, text, span, confidence }) => ({
      id,
      type: 'labels',
      from_name: LABELS,
      to_name: TEXT,
      score: confidence,
      value: { start: positions.utf16(span[0]), end: positions.utf16(span[1]), text, labels: [type] },
    }));
    const relations = metricLinks(record, (id) => ids.has(id)).map(({ type, from, to }) => ({
      type: 'relation',
      from_id: from,
      to_id: to,
      direction: 'right',
      labels: [type],
    }));
    const task = {
      data: { text: record.text, document: record.id, path: record.source.path },
      predictions: [{ model_version: `guiyi ${record.pipeline.version}`, result: [...labels, ...relations] }],
    };
    return [{ file: 'tasks.json', text: toJson(task) }];
  },
};

function configuration(): string {
  const labels = entityTypes.map((type) => `    <Label value="${type}"/>\n`).join('');
  const relations = linkTypes.map((type) => `    <Relation value="${type}"/>\n`).join('');
  return `<View>
  <Relations>
${relations}  </Relations>
  <Labels name="${LABELS}" toName="${TEXT}">
${labels}  </Labels>
  <Text name="${TEXT}" value="$text"/>
</View>
`;
}
