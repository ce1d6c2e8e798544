import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { decode } from '../decode/index.ts';
import { GuiyiError } from '../errors/index.ts';

/** A file in a zip archive. */
export interface ArchiveEntry {
  /** With `/`, as the archive has it; not to be trusted as a path. */
  readonly name: string;
  readonly entry: Entry;
}

/** What may be inflated: an archive of a megabyte can hold petabytes. */
export interface ArchiveBudget {
  /** Largest entry, in bytes. */
  readonly entry: number;
  /** Bytes left for all entries together; goes down as entries are read. */
  left: number;
}

/** More entries than any real archive of texts has. */
const MOST_ENTRIES = 100_000;

/** A ratio that text never has, for entries above {@link RATIO_FROM} bytes. */
const MOST_RATIO = 200;
const RATIO_FROM = 1 << 20;

/**
 * A zip archive in memory: its directory is read at once, its entries when asked for, never more than the
 * budget. What an entry says of its own size is not believed; inflated bytes are counted.
 */
export class ZipArchive {
  /** The files, by code point order of their names; folders left out. */
  readonly entries: readonly ArchiveEntry[];
  readonly #zip: ZipFile;
  readonly #path: string;

  private constructor(zip: ZipFile, entries: readonly ArchiveEntry[], path: string) {
    this.#zip = zip;
    this.entries = entries;
    this.#path = path;
  }

  /** @throws GuiyiError GY110 where it has too many entries, GY112 where it is damaged */
  static async open(bytes: Uint8Array, path: string): Promise<ZipArchive> {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    try {
      const zip = await fromBufferPromise(buffer, { lazyEntries: true, decodeStrings: false });
      if (zip.entryCount > MOST_ENTRIES) throw new GuiyiError('GY110', `${zip.entryCount} entries`, { path });
      const entries: ArchiveEntry[] = [];
      for await (const entry of zip.eachEntry()) {
        const name = nameOf(entry);
        if (!name.endsWith('/')) entries.push({ name, entry });
      }
      const keys = new Map(entries.map(({ name }) => [name, Buffer.from(name, 'utf8')]));
      entries.sort((a, b) => Buffer.compare(keys.get(a.name)!, keys.get(b.name)!));
      return new ZipArchive(zip, entries, path);
    } catch (cause) {
      throw asDamaged(cause, path);
    }
  }

  /**
   * An entry's bytes.
   *
   * @throws GuiyiError GY110 where it is larger than allowed, GY112 where it is damaged, GY113 where it is
   * encrypted
   */
  async read({ name, entry }: ArchiveEntry, budget: ArchiveBudget): Promise<Uint8Array> {
    const place = { path: `${this.#path}/${name}` };
    if (entry.isEncrypted()) throw new GuiyiError('GY113', 'the entry has a password', place);
    const limit = Math.min(
      budget.entry,
      budget.left,
      Math.max(RATIO_FROM, entry.compressedSize * MOST_RATIO),
    );
    const parts: Buffer[] = [];
    let size = 0;
    try {
      for await (const part of await this.#zip.openReadStreamPromise(entry)) {
        size += part.length;
        if (size > limit) throw new GuiyiError('GY110', `more than ${limit} bytes`, place);
        parts.push(part);
      }
    } catch (cause) {
      throw asDamaged(cause, place.path);
    } finally {
      budget.left -= size;
    }
    return Buffer.concat(parts);
  }
}

function asDamaged(cause: unknown, path: string): GuiyiError {
  return cause instanceof GuiyiError
    ? cause
    : new GuiyiError('GY112', (cause as Error).message, { path }, { cause });
}

/** Old archivers write names in the machine's encoding and say nothing of it; in China that is GBK. */
function nameOf({ fileName, generalPurposeBitFlag }: Entry): string {
  const bytes = fileName as unknown as Buffer;
  const isUtf8 = (generalPurposeBitFlag & 0x800) !== 0;
  let name: string;
  try {
    name = decode(bytes, isUtf8 ? { encoding: 'utf-8' } : {}).text;
  } catch {
    name = new TextDecoder('gb18030').decode(bytes);
  }
  return name.replaceAll('\\', '/').normalize('NFC');
}

/** True for an entry's name that leads out of the folder it is unpacked into, or that no system takes. */
export function isUnsafeName(name: string): boolean {
  return (
    name.startsWith('/') || /^[A-Za-z]:/.test(name) || name.includes('\0') || name.split('/').includes('..')
  );
}
