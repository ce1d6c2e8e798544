import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** The gzipped text files of a corpus folder, in order of their names. */
export function corpusFiles(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt.gz'))
    .sort()
    .map((name) => join(folder, name));
}

/** The documents of one corpus file: a paragraph a line, a blank line between documents. */
export function documentsOf(path: string): string[] {
  return gunzipSync(readFileSync(path))
    .toString('utf8')
    .split(/\n{2,}/)
    .filter((document) => document !== '');
}
