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

/** The text of a block with its entities, nested where they are; one that crosses another's end is left out. */
function inline(
  record: DocumentRecord,
  [start, end]: readonly number[],
  slice: (range: number[]) => string,
): string {
  const inside = record.entities
    .filter(({ span }) => span[0] >= start && span[1] <= end && span[1] > span[0])
    .sort((a, b) => a.span[0] - b.span[0] || b.span[1] - a.span[1]);
  const open: { name: string; end: number }[] = [];
  let content = '';
  let at = start;
  const textUntil = (to: number) => {
    content += toXml(slice([at, to]));
    at = to;
  };
  const closeUntil = (to: number) => {
    for (let last = open.at(-1); last !== undefined && last.end <= to; last = open.at(-1)) {
      textUntil(last.end);
      content += `</${last.name}>`;
      open.pop();
    }
  };
  for (const entity of inside) {
    closeUntil(entity.span[0]);
    const outer = open.at(-1);
    if (outer !== undefined && outer.end < entity.span[1]) continue;
    textUntil(entity.span[0]);
    const { name, attributes } = elementOf(entity);
    content += `<${name}${attributes}>`;
    open.push({ name, end: entity.span[1] });
  }
  closeUntil(end);
  textUntil(end);
  return content;
}

/** TEI's element for an entity and its attributes, as they stand in the tag. */
function elementOf(entity: Entity): { name: string; attributes: string } {
  const element = (name: string, values: Record<string, string | number | undefined>) => ({
    name,
    attributes: Object.entries(values)
      .filter(([, value]) => value !== undefined && value !== '')
      .map(([key, value]) => ` ${key}="${toXml(String(value)).replace(/["\t\n]/g, escapeMark)}"`)
      .join(''),
  });
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
      return element('date', { from: dateOf(entity.from), to: dateOf(entity.to) });
    case 'percentage':
    case 'fraction':
    case 'multiple':
    case 'money':
    case 'quantity':
      return element('measure', {
        type: entity.type,
        quantity: entity.value,
        unit: 'unit' in entity ? entity.unit.replace(/[\p{C}\p{Z}]+/gu, '_') : undefined,
        atLeast: entity.value === undefined ? entity.low : undefined,
        atMost: entity.value === undefined ? entity.high : undefined,
      });
    case 'document':
      return element('title', { key: entity.number });
    case 'programme':
      return element('rs', { type: entity.type });
  }
}

/** A date where it is one that XML Schema knows, as TEI asks for: a day, a month or a year, with or without year. */
function dateOf(date: string | undefined): string | undefined {
  const [, year, month = '01', day = '01'] = /^(\d{4}|-)(?:-(\d\d))?(?:-(\d\d))?$/.exec(date ?? '') ?? [];
  if (year === undefined || year === '0000' || date === '-') return undefined;
  // A leap year stands in for none.
  const iso = `${year === '-' ? '2000' : year}-${month}-${day}`;
  const time = Date.parse(`${iso}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(iso) ? date : undefined;
}

const escapeMark = (mark: string) => `&#${mark.charCodeAt(0)};`;

/**
 * Text as XML. What XML can't hold (control characters, lone surrogates) becomes U+FFFD; what a parser would take
 * for a line feed (a carriage return; to one of XML 1.1 U+0085 and U+2028 too) is written by its number.
 */
function toXml(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/[\r\x85\u2028]/g, escapeMark);
}
