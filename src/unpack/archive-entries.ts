import { GuiyiError } from '../errors/index.ts';
import type { Rejection } from '../read/index.ts';
import { type Blob, memoryBlob } from './blob.ts';
import { isUnsafeName, type ZipArchive, type ZipBudget } from './zip-archive.ts';

/**
 * The files of an archive, by code point order of their names, hidden ones and what macOS adds left out.
 * Each is inflated when its turn comes; one that can't be is a {@link Rejection} (GY110 to GY113).
 */
export function* archiveEntries(
  archive: ZipArchive,
  budget: ZipBudget,
  path: string,
): Generator<Blob | Rejection> {
  const files = archive.entries
    .filter(({ directory, name }) => !directory && !isHidden(name))
    .map((entry) => ({ entry, key: Buffer.from(entry.name, 'utf8') }))
    .sort((a, b) => Buffer.compare(a.key, b.key));
  const seen = new Set<string>();
  for (const { entry } of files) {
    const own = `${path}/${entry.name}`;
    try {
      if (isUnsafeName(entry.name)) throw new GuiyiError('GY111', entry.name, { path });
      if (seen.has(own)) throw new GuiyiError('GY106', 'the archive has it twice', { path: own });
      seen.add(own);
      if (budget.left <= 0) throw new GuiyiError('GY110', 'the entries before it used up the limit', { path: own });
      yield memoryBlob(own, archive.read(entry, budget));
    } catch (error) {
      if (!(error instanceof GuiyiError)) throw error;
      yield { path: own, error };
    }
  }
}

function isHidden(name: string): boolean {
  return name.startsWith('__MACOSX/') || name.split('/').some((part) => part.startsWith('.') && part !== '..' && part !== '.');
}
