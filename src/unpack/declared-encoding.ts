import type { Encoding } from '../decode/index.ts';

/** Labels that pages use, after the Encoding Standard. */
const labels: Readonly<Record<string, Encoding>> = {
  'utf-8': 'utf-8',
  utf8: 'utf-8',
  gb2312: 'gb18030',
  gbk: 'gb18030',
  gb18030: 'gb18030',
  'x-gbk': 'gb18030',
  big5: 'big5',
  'big5-hkscs': 'big5',
};

/** The encoding that an HTML page names in a `meta` element near its beginning, if it is one that is read. */
export function declaredEncoding(bytes: Uint8Array): Encoding | undefined {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 4096)).toString('latin1');
  const [, label = ''] = /<meta\b[^>]{0,200}\bcharset\s*=\s*["']?\s*([\w-]{2,20})/i.exec(head) ?? [];
  return labels[label.toLowerCase()];
}
