import { codecOf } from '../decode/codecs.ts';
import { detect } from '../decode/index.ts';
import type { Dictionaries } from '../dictionary/index.ts';
import { headerOf } from './csv.ts';
import type { ZipArchive } from './zip-archive.ts';

/** The formats that are read. */
export type InputFormat = 'text' | 'markdown' | 'html' | 'docx' | 'pdf' | 'jsonl' | 'json' | 'csv' | 'zip';

/** Bytes that tell a format. */
export const HEAD_BYTES = 65_536;

/** What a binary file is, by its first bytes; undefined for what may be text. */
export function binaryFormatOf(head: Uint8Array): 'pdf' | 'zip' | undefined {
  // A PDF may have a few bytes of something else before its header.
  if (Buffer.from(head.buffer, head.byteOffset, Math.min(head.length, 1024)).includes('%PDF-')) return 'pdf';
  return head[0] === 0x50 && head[1] === 0x4b && (head[2] === 3 || head[2] === 5) ? 'zip' : undefined;
}

/** Office formats are zip archives; by what is in them. `other` for those that are not read. */
export function archiveFormatOf(archive: ZipArchive): 'docx' | 'zip' | { other: string } {
  const names = new Set(archive.entries.map(({ name }) => name));
  if (names.has('word/document.xml')) return 'docx';
  if (names.has('xl/workbook.xml')) return { other: 'an Excel workbook' };
  if (names.has('ppt/presentation.xml')) return { other: 'a PowerPoint presentation' };
  if (names.has('mimetype') && names.has('content.xml')) return { other: 'an OpenDocument file' };
  if (names.has('META-INF/container.xml')) return { other: 'an EPUB book' };
  return 'zip';
}

/** Formats that a name tells where the content leaves it open: a fragment of a page, a broken first line. */
const NAMED: Readonly<Record<string, InputFormat>> = {
  htm: 'html',
  html: 'html',
  json: 'json',
  jsonl: 'jsonl',
  ndjson: 'jsonl',
};

/** What a text file is, by the beginning of its text and, where that leaves it open, by its name. */
export function textFormatOf(path: string, beginning: string, textField: string): InputFormat {
  const text = beginning.trimStart();
  const extension = /\.([a-z]+)$/i.exec(path)?.[1].toLowerCase() ?? '';
  if (isHtml(text)) return 'html';
  const json = jsonFormatOf(text);
  if (json !== undefined) return json;
  const named = NAMED[extension];
  if (named !== undefined) return named;
  if (isTable(text, extension, textField)) return 'csv';
  if (extension === 'md' || extension === 'markdown' || isMarkdown(text)) return 'markdown';
  return 'text';
}

/** A table has the text's column in its first line, or says that it is one by its name. */
function isTable(text: string, extension: string, textField: string): boolean {
  const header = text.slice(0, text.search(/[\r\n]|$/));
  if (extension === 'csv' || extension === 'tsv') return true;
  if (header.length > 2000 || !header.includes(textField)) return false;
  try {
    const { columns } = headerOf(header);
    return columns.length > 1 && columns.includes(textField);
  } catch {
    return false;
  }
}

function isHtml(text: string): boolean {
  const head = text.slice(0, 4096).replace(/^(?:<\?xml[^>]*>|<!--[\s\S]*?-->|\s)+/, '');
  return /^<(?:!doctype\s+html|html|head|body|meta|title|div|p|table|article|h1)[\s>]/i.test(head);
}

/** A JSON text begins with an object or an array of them; JSON Lines have a whole object in their first line. */
function jsonFormatOf(text: string): 'json' | 'jsonl' | undefined {
  if (/^\[\s*\{\s*"/.test(text)) return 'json';
  if (!/^\{\s*(?:"|\})/.test(text)) return undefined;
  const end = text.indexOf('\n');
  if (end < 0) return 'jsonl';
  try {
    JSON.parse(text.slice(0, end));
    return 'jsonl';
  } catch {
    // A line that breaks off is the first of a formatted object; any other is a broken line of many.
    return /[{[,]\s*$/.test(text.slice(0, end)) ? 'json' : 'jsonl';
  }
}

const MARKDOWN_SIGNS = [
  /^#{1,6} \S/m,
  /^(?:```|~~~)/m,
  /\[[^\]\n]+\]\([^)\s]+\)/,
  /^\|?\s*:?-{3,}:?\s*\|/m,
  /(?:^|[^*])\*\*[^*\s][^*\n]*\*\*/,
  /^> \S/m,
];

/** Two different signs tell Markdown; a single one may be anything. */
function isMarkdown(text: string): boolean {
  return MARKDOWN_SIGNS.filter((sign) => sign.test(text)).length >= 2;
}

/** The beginning of a text file, as far as its bytes can be read. */
export function beginningOf(
  head: Uint8Array,
  options: { readonly encoding?: string; readonly dictionaries?: Dictionaries },
): string {
  const detected = detect(head, options as Parameters<typeof detect>[1]);
  return codecOf(detected.encoding, options.dictionaries).readLoosely(head.subarray(detected.bom));
}
