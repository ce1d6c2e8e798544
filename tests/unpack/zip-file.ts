import { deflateRawSync } from 'node:zlib';

/** A file in an archive: its name, as text or in the bytes of any encoding, and its content. */
export interface ZipPart {
  readonly name: string | Uint8Array;
  readonly content: string | Uint8Array;
  /** Marks the entry as encrypted, though it is not. */
  readonly encrypted?: boolean;
  /** What the archive says of its size, where that is not true. */
  readonly claimedSize?: number;
}

/** Writes a zip archive: the parts of the format that matter here, without checksums. */
export function zipFile(parts: readonly ZipPart[]): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content, encrypted = false, claimedSize } of parts) {
    const isText = typeof name === 'string';
    const rawName = isText ? Buffer.from(name, 'utf8') : Buffer.from(name);
    const raw = Buffer.from(content as string);
    const packed = deflateRawSync(raw);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE((encrypted ? 1 : 0) | (isText ? 0x800 : 0), 2);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(claimedSize ?? raw.length, 18);
    common.writeUInt16LE(rawName.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, rawName, packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, tail, rawName]));
    bodies.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, central, end]);
}

const NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

/** Writes a Word document with a given body, as WordprocessingML without the namespace. */
export function docxFile(body: string, more: readonly ZipPart[] = []): Buffer {
  const styles = ['heading 1', 'heading 2', 'Title', 'footnote text']
    .map(
      (name) =>
        `<w:style w:type="paragraph" w:styleId="${name.replace(' ', '')}"><w:name w:val="${name}"/></w:style>`,
    )
    .join('');
  const part = (name: string, type: string) =>
    `<Override PartName="${name}" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.${type}+xml"/>`;
  const relationship = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`;
  const relationships = (inner: string) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner}</Relationships>`;
  return zipFile([
    {
      name: '[Content_Types].xml',
      content: `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${part('/word/document.xml', 'document.main')}${part('/word/styles.xml', 'styles')}${part('/word/footnotes.xml', 'footnotes')}</Types>`,
    },
    {
      name: '_rels/.rels',
      content: relationships(relationship('r1', 'officeDocument', 'word/document.xml')),
    },
    {
      name: 'word/_rels/document.xml.rels',
      content: relationships(
        relationship('r1', 'styles', 'styles.xml') + relationship('r2', 'footnotes', 'footnotes.xml'),
      ),
    },
    { name: 'word/styles.xml', content: `<w:styles ${NAMESPACE}>${styles}</w:styles>` },
    { name: 'word/document.xml', content: `<w:document ${NAMESPACE}><w:body>${body}</w:body></w:document>` },
    {
      name: 'word/footnotes.xml',
      content: `<w:footnotes ${NAMESPACE}><w:footnote w:id="1"><w:p><w:r><w:t>数据截至年底。</w:t></w:r></w:p></w:footnote></w:footnotes>`,
    },
    ...more,
  ]);
}

/** A paragraph of a Word document. */
export const wordParagraph = (text: string, style = '') =>
  `<w:p>${style === '' ? '' : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}<w:r><w:t>${text}</w:t></w:r></w:p>`;
