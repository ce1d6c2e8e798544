/** A piece of text on a page: x and y in points from the lower left corner, the font's size, and degrees counterclockwise. */
export type PdfText = readonly [x: number, y: number, text: string, size?: number, turn?: number];

/** How the file's one font says what its codes mean. */
export type PdfFont = 'to-unicode' | 'to-unicode-vertical' | 'UniGB-UCS2-H' | 'UniCNS-UCS2-H';

/** Where a straight line begins and ends, in points. */
export type PdfLine = readonly [x1: number, y1: number, x2: number, y2: number];

/** The lines of a table with these edges, all of them from side to side. */
export function gridLines(xs: readonly number[], ys: readonly number[]): PdfLine[] {
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  const [bottom, top] = [Math.min(...ys), Math.max(...ys)];
  return [...xs.map((x): PdfLine => [x, bottom, x, top]), ...ys.map((y): PdfLine => [left, y, right, y])];
}

/**
 * Writes a small PDF of A4 pages: the few objects that text needs, as the PDF reference has them.
 *
 * @param drawn what each page draws, in operators of a content stream, or the lines on it
 */
export function pdfFile(
  pages: readonly (readonly PdfText[])[],
  font: PdfFont = 'to-unicode',
  drawn: readonly (string | readonly PdfLine[])[] = [],
): Uint8Array {
  const objects: string[] = ['', ''];
  const add = (object: string) => objects.push(object);
  const stream = (content: string) => add(`<< /Length ${content.length} >>\nstream\n${content}\nendstream`);
  const descriptor = add(
    '<< /Type /FontDescriptor /FontName /Song /Flags 6 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>',
  );
  const ordering = font.startsWith('to-unicode') ? 'Identity' : font.startsWith('UniGB') ? 'GB1' : 'CNS1';
  const descendant = add(
    `<< /Type /Font /Subtype /CIDFontType0 /BaseFont /Song /CIDSystemInfo << /Registry (Adobe) /Ordering (${ordering}) /Supplement 2 >> /FontDescriptor ${descriptor} 0 R /DW 1000 >>`,
  );
  const toUnicode = !font.startsWith('to-unicode')
    ? ''
    : ` /ToUnicode ${stream(
        '/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def 1 begincodespacerange <0000> <ffff> endcodespacerange 1 beginbfrange <0000> <ffff> <0000> endbfrange endcmap end end',
      )} 0 R`;
  const name = { 'to-unicode': 'Identity-H', 'to-unicode-vertical': 'Identity-V' }[font as string] ?? font;
  const fontObject = add(
    `<< /Type /Font /Subtype /Type0 /BaseFont /Song /Encoding /${name} /DescendantFonts [${descendant} 0 R]${toUnicode} >>`,
  );
  const kids = pages.map((texts, i) => {
    const lines = drawn[i] ?? '';
    const drawing =
      typeof lines === 'string'
        ? lines
        : lines.map(([x1, y1, x2, y2]) => `${x1} ${y1} m ${x2} ${y2} l S`).join('\n');
    const content = stream(
      `q\n${drawing}\nQ\nBT\n${texts.map(([x, y, text, size = 12, turn = 0]) => `/F1 ${size} Tf ${turnOf(turn)} ${x} ${y} Tm ${hexOf(text)} Tj`).join('\n')}\nET`,
    );
    return add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${content} 0 R /Resources << /Font << /F1 ${fontObject} 0 R >> >> >>`,
    );
  });
  objects[0] = '<< /Type /Catalog /Pages 2 0 R >>';
  objects[1] = `<< /Type /Pages /Kids [${kids.map((kid) => `${kid} 0 R`).join(' ')}] /Count ${kids.length} >>`;
  return assembled(objects);
}

/** The first four of a text matrix. */
function turnOf(degrees: number): string {
  const [cos, sin] = [Math.cos, Math.sin].map((f) => f((degrees * Math.PI) / 180).toFixed(4));
  return `${cos} ${sin} ${-Number(sin)} ${cos}`;
}

function hexOf(text: string): string {
  return `<${Array.from({ length: text.length }, (_, i) => text.charCodeAt(i).toString(16).padStart(4, '0')).join('')}>`;
}

/** Joins objects to a file with its table of offsets. */
export function assembled(objects: readonly string[]): Uint8Array {
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, i) => {
    const offset = file.length;
    file += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`;
  file += offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF`;
  return Buffer.from(file, 'latin1');
}
