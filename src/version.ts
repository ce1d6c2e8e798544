import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The version of the package; a test holds it to `package.json`. */
export const version = '0.1.0';

/**
 * The version with the fingerprint of the compiled code (`0.1.0+5f3a9c21`), which records carry: the same source
 * text under another build is made again. Without a build, as when TypeScript is run directly, the bare version.
 */
export function buildVersion(): string {
  const path = fileURLToPath(new URL('build.json', import.meta.url));
  return existsSync(path) ? `${version}+${JSON.parse(readFileSync(path, 'utf8')).id}` : version;
}
