import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A new empty folder. */
export const fresh = () => mkdtempSync(join(tmpdir(), 'guiyi-'));

/** A folder `input` with these files. */
export function inputsOf(files: Record<string, string | Uint8Array>): string {
  const folder = join(fresh(), 'input');
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

/** Every file below a folder with a digest of its bytes; of the manifest all but the timings. */
export function contentOf(folder: string): Record<string, string> {
  const content: Record<string, string> = {};
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    let bytes: string | Uint8Array = readFileSync(path);
    if (entry.name === 'manifest.json') bytes = JSON.stringify({ ...JSON.parse(String(bytes)), timings: 0 });
    content[path.slice(folder.length)] = createHash('sha256').update(bytes).digest('hex');
  }
  return content;
}
