import { GuiyiError } from '../errors/index.ts';
import type { Rejection } from '../read/index.ts';
import { type Blob, memoryBlob } from './blob.ts';
import { type ArchiveBudget, isUnsafeName, type ZipArchive } from './zip-archive.ts';

/**
 * The files of an archive, hidden ones and what macOS adds left out. Each is inflated when its turn comes;
 * one that can't be is a {@link Rejection} (GY106, GY110 to GY113).
 *
 * @param onHidden is told of what is left out
 */
export async function* archiveBlobs(
  archive: ZipArchive,
  budget: ArchiveBudget,
  path: string,
  onHidden: (path: string) => void = () => {},
): AsyncGenerator<Blob | Rejection> {
  const seen = new Set<string>();
  for (const entry of archive.entries) {
    const { name } = entry;
    const own = `${path}/${name}`;
    if (isHidden(name)) {
      onHidden(own);
      continue;
    }
    try {
      if (isUnsafeName(name)) throw new GuiyiError('GY111', name, { path });
      if (seen.has(own)) throw new GuiyiError('GY106', 'the archive has it twice', { path: own });
      seen.add(own);
      if (budget.left <= 0)
        throw new GuiyiError('GY110', 'the entries before it used up the limit', { path: own });
      yield memoryBlob(own, await archive.read(entry, budget));
    } catch (error) {
      if (!(error instanceof GuiyiError)) throw error;
      yield { path: own, error };
    }
  }
}

function isHidden(name: string): boolean {
  const hidden = (part: string) => part.startsWith('.') && part !== '.' && part !== '..';
  return name.startsWith('__MACOSX/') || name.split('/').some(hidden);
}
