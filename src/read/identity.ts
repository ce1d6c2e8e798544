import { createHash } from 'node:crypto';
import { basename, isAbsolute, normalize, sep } from 'node:path';

const slashed = (path: string) => path.replaceAll(sep, '/').normalize('NFC');

/**
 * The path by which an input is known, whatever the machine and wherever the folder lies: with `/`, in NFC
 * (macOS decomposes names), without `./`, `../` or absolute parents.
 *
 * A file named in the call keeps the path as typed; an absolute one keeps its name only.
 */
export function identityOfFile(argument: string): string {
  if (isAbsolute(argument)) return slashed(basename(argument));
  return slashed(normalize(argument)).replace(/^(?:\.\.?\/)+/, '');
}

/** What the identities of a folder's files begin with: the folder's own name and `/`, nothing for `.` or `..`. */
export function identityPrefix(argument: string): string {
  const name = basename(slashed(normalize(argument)));
  return name === '' || name === '.' || name === '..' ? '' : `${name}/`;
}

/** A document's id: the first 16 hex digits of the SHA-256 of its identity, so that it is the same in every run. */
export function documentId(identity: string): string {
  return createHash('sha256').update(identity, 'utf8').digest('hex').slice(0, 16);
}
