/** Prints the SHA-256 of every file that a run must leave the same: all of the folder but the manifest's timings. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { filesOf } from './files-of.ts';

const folder = process.argv[2];
if (folder === undefined) throw new Error('name the output folder');
for (const path of filesOf(folder)) {
  const bytes = readFileSync(path);
  if (path.endsWith('manifest.json')) {
    const { timings: _, ...rest } = JSON.parse(bytes.toString('utf8'));
    console.log(createHash('sha256').update(JSON.stringify(rest)).digest('hex'), path);
  } else {
    console.log(createHash('sha256').update(bytes).digest('hex'), path);
  }
}
