import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The built command: trials run what users run. */
export const command = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));

const sentences = [
  '國務院關於印發加強管理工作規劃的通知',
  '各省、自治區、直轄市人民政府，國務院各部委、各直屬機構：',
  '全省完成投資120億元，同比增長12.5%，占全国的三分之一。',
  '教育部、财政部负责制定办法。2013年5月底前完成80以上.',
  '（一）总体要求。坚持统筹兼顾，突出重点。',
  '江 苏 省实现软件和信息技术服务业收入5000多亿元',
];

/** The text of a generated document: of both scripts, flattened and not, never twice the same. */
export function documentText(number: number, lines = 6): string {
  const chosen = Array.from(
    { length: lines },
    (_, i) => sentences[(number * 7 + i * (1 + (number % 5))) % sentences.length],
  );
  return [`第${number}号文件`, ...chosen].join('\n');
}

/** Writes so many documents into folders of a hundred. */
export function writeDocuments(folder: string, count: number, lines?: number): void {
  for (let number = 0; number < count; number++) {
    const place = join(folder, String(Math.floor(number / 100)).padStart(3, '0'));
    if (number % 100 === 0) mkdirSync(place, { recursive: true });
    writeFileSync(join(place, `${String(number).padStart(5, '0')}.txt`), documentText(number, lines));
  }
}

/** Every file below a folder with the SHA-256 of its bytes; of the manifest all but the timings, which tell of the run. */
export function contentOf(folder: string): Map<string, string> {
  const content = new Map<string, string>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    let bytes: string | Uint8Array = readFileSync(path);
    if (entry.name === 'manifest.json') {
      const { timings: _, ...rest } = JSON.parse(String(bytes));
      bytes = JSON.stringify(rest);
    }
    content.set(path.slice(folder.length), createHash('sha256').update(bytes).digest('hex'));
  }
  return new Map([...content].sort(([a], [b]) => (a < b ? -1 : 1)));
}
