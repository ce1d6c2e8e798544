/**
 * Writes `dist/build.json`: a fingerprint of the compiled code. It becomes part of the version that records carry
 * (`0.1.0+5f3a9c21`), so that a run after a change of the code makes its documents again.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const dist = fileURLToPath(new URL('../../dist/', import.meta.url));
const hash = createHash('sha256');
const modules = readdirSync(dist, { recursive: true }).filter((name) => name.endsWith('.js'));
for (const name of modules.sort())
  hash
    .update(name.replaceAll('\\', '/'))
    .update('\0')
    .update(readFileSync(join(dist, name)));
writeFileSync(join(dist, 'build.json'), `${JSON.stringify({ id: hash.digest('hex').slice(0, 8) })}\n`);
