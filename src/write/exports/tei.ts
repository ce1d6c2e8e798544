import type { DocumentRecord } from '../../record/index.ts';
import { type ExportFormat, TextPositions } from './format.ts';

type Entity = DocumentRecord['entities'][number];

/** A TEI P5 document for each record: blocks as paragraphs and heads, entities as elements in the text. */
export const tei: ExportFormat = {
  pieces: (record, name) => [{ file: `${name}.xml`, text: documentOf(record) }],
};

function documentOf(record: DocumentRecord): string {
  const { source, pipeline, blocks, text } = record;
  const title = blocks.find(({ kind }) => kind === 'title');
  const positions = new TextPositions(record);
  const slice = ([start, end]: readonly number[]) => text.slice(positions.utf16(start), positions.utf16(end));
  const body = blocks.map((block) => {
    const content = inline(record, block.span, slice);
    // A head may only stand first in its division; others keep what they are as a type.
    return block.kind === 'paragraph' ? `<p>${content}</p>` : `<p rend="${block.kind}">${content}</p>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0">
<teiHeader>
<fileDesc>
<titleStmt><title>${toXml(title === undefined ? source.path : slice(title.span))}</title></titleStmt>
<publicationStmt><p>Normalized by Guiyi ${toXml(pipeline.version)}</p></publicationStmt>
<sourceDesc><p>${toXml(source.path)}, SHA-256 ${toXml(source.sha256)}</p></sourceDesc>
</fileDesc>
</teiHeader>
<text xml:lang="zh-Hans">
<body>
${body.length === 0 ? '<p/>' : body.join('\n')}
</body>
</text>
</TEI>
`;
}

/** The text of a block with its entities; of those within one another the outer one. */
function inline(
  record: DocumentRecord,
  [start, end]: readonly number[],
  slice: (range: number[]) => string,
): string {
  const inside = record.entities
    .filter(({ span }) => span[0] >= start && span[1] <= end && span[1] > span[0])
    .sort((a, b) => a.span[0] - b.span[0] || b.span[1] - a.span[1]);
  let content = '';
  let at = start;
  for (const entity of inside) {
    if (entity.span[0] < at) continue;
    const [open, close] = elementOf(entity);
    content += `${toXml(slice([at, entity.span[0]]))}<${open}>${toXml(entity.text)}</${close}>`;
    at = entity.span[1];
  }
  return content + toXml(slice([at, end]));
}

/** TEI's element for an entity: its opening, with attributes, and its name. */
function elementOf(entity: Entity): [string, string] {
  const attributes = (values: Record<string, string | number | undefined>) =>
    Object.entries(values)
      .filter(([, value]) => value !== undefined && value !== '')
      .map(([name, value]) => ` ${name}="${toXml(String(value)).replaceAll('"', '&quot;')}"`)
      .join('');
  const element = (name: string, values: Record<string, string | number | undefined>): [string, string] => [
    name + attributes(values),
    name,
  ];
  const key = 'ref' in entity ? entity.ref : undefined;
  switch (entity.type) {
    case 'province':
    case 'prefecture':
    case 'county':
    case 'region-group':
      return element('placeName', { type: entity.type, key });
    case 'ministry':
    case 'local-organ':
    case 'organisation':
      return element('orgName', { type: entity.type, key });
    case 'date':
      return element('date', { from: entity.from, to: entity.to });
    case 'percentage':
    case 'fraction':
    case 'multiple':
    case 'money':
    case 'quantity':
      return element('measure', {
        type: entity.type,
        quantity: entity.value,
        unit: 'unit' in entity ? entity.unit : undefined,
        atLeast: entity.value === undefined ? entity.low : undefined,
        atMost: entity.value === undefined ? entity.high : undefined,
      });
    case 'document':
      return element('title', { key: entity.number });
    case 'programme':
      return element('rs', { type: entity.type });
  }
}

/** What XML can't hold (control characters, lone surrogates) becomes U+FFFD. */
function toXml(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}
