import { inflateRawSync } from 'node:zlib';
import { decode } from '../decode/index.ts';
import { GuiyiError } from '../errors/index.ts';

/** An entry of a zip archive. */
export interface ZipEntry {
  /** With `/`, as the archive has it; not to be trusted as a path. */
  readonly name: string;
  readonly directory: boolean;
  readonly encrypted: boolean;
  /** 0 stored, 8 deflated; nothing else is read. */
  readonly method: number;
  readonly compressed: number;
  /** Where the entry's local header begins. */
  readonly offset: number;
}

/** What may be inflated: an archive of a megabyte can hold petabytes. */
export interface ZipBudget {
  /** Largest entry, in bytes. */
  readonly entry: number;
  /** Bytes left for all entries together; goes down as entries are read. */
  left: number;
}

const END_SIGNATURE = 0x06054b50;
const CENTRAL_SIGNATURE = 0x02014b50;
const LOCAL_SIGNATURE = 0x04034b50;
const END_LENGTH = 22;
const CENTRAL_LENGTH = 46;
const LOCAL_LENGTH = 30;
const MOST_ENTRIES = 100_000;

/** A ratio that text never has, for entries above {@link RATIO_FROM} bytes. */
const MOST_RATIO = 200;
const RATIO_FROM = 1 << 20;

/**
 * A zip archive in memory: its directory is read at once, its entries when asked for, never more than the
 * budget. Zip64, split archives and encryption are refused by name.
 */
export class ZipArchive {
  readonly entries: readonly ZipEntry[];
  readonly #view: DataView;
  readonly #bytes: Uint8Array;
  readonly #path: string;

  /** @throws GuiyiError GY112 where it is damaged */
  constructor(bytes: Uint8Array, path: string) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#path = path;
    this.entries = this.#directory();
  }

  /**
   * An entry's bytes.
   *
   * @throws GuiyiError GY110 where it is larger than allowed, GY112 where it is damaged or of a kind that
   * is not read, GY113 where it is encrypted
   */
  read(entry: ZipEntry, budget: ZipBudget): Uint8Array {
    const { name, method, compressed, offset } = entry;
    if (entry.encrypted) throw new GuiyiError('GY113', `entry ${name}`, { path: this.#path });
    if (offset + LOCAL_LENGTH > this.#bytes.length || this.#view.getUint32(offset, true) !== LOCAL_SIGNATURE) {
      throw this.#damaged(`entry ${name} is not where the directory says`);
    }
    const start =
      offset + LOCAL_LENGTH + this.#view.getUint16(offset + 26, true) + this.#view.getUint16(offset + 28, true);
    if (start + compressed > this.#bytes.length) throw this.#damaged(`entry ${name} is cut off`);
    const packed = this.#bytes.subarray(start, start + compressed);
    const limit = Math.min(budget.entry, budget.left, Math.max(RATIO_FROM, compressed * MOST_RATIO));
    const inflated = method === 0 ? packed : this.#inflate(packed, method, limit, name);
    if (inflated.length > limit) throw this.#tooLarge(name, limit);
    budget.left -= inflated.length;
    return inflated;
  }

  #inflate(packed: Uint8Array, method: number, limit: number, name: string): Uint8Array {
    if (method !== 8) throw this.#damaged(`entry ${name} has compression method ${method}, not deflate`);
    try {
      return inflateRawSync(packed, { maxOutputLength: Math.max(1, limit) });
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw this.#tooLarge(name, limit);
      throw this.#damaged(`entry ${name}: ${(cause as Error).message}`);
    }
  }

  #directory(): ZipEntry[] {
    const end = this.#endOfDirectory();
    const count = this.#view.getUint16(end + 10, true);
    const start = this.#view.getUint32(end + 16, true);
    if (count === 0xffff || start === 0xffffffff || count > MOST_ENTRIES) throw this.#damaged('it is a zip64 archive');
    const entries: ZipEntry[] = [];
    const claimed = new Set<number>();
    let at = start;
    for (let i = 0; i < count; i++) {
      if (at + CENTRAL_LENGTH > end || this.#view.getUint32(at, true) !== CENTRAL_SIGNATURE) {
        throw this.#damaged(`entry ${i + 1} of ${count} is missing from the directory`);
      }
      const flags = this.#view.getUint16(at + 8, true);
      const nameLength = this.#view.getUint16(at + 28, true);
      const extra = this.#view.getUint16(at + 30, true) + this.#view.getUint16(at + 32, true);
      const rawName = this.#bytes.subarray(at + CENTRAL_LENGTH, at + CENTRAL_LENGTH + nameLength);
      const name = nameOf(rawName, (flags & 0x800) !== 0).replaceAll('\\', '/');
      const offset = this.#view.getUint32(at + 42, true);
      // A bomb lets many entries share the same bytes.
      if (claimed.has(offset)) throw new GuiyiError('GY110', 'its entries share bytes', { path: this.#path });
      claimed.add(offset);
      entries.push({
        name,
        directory: name.endsWith('/'),
        encrypted: (flags & 1) !== 0,
        method: this.#view.getUint16(at + 10, true),
        compressed: this.#view.getUint32(at + 20, true),
        offset,
      });
      at += CENTRAL_LENGTH + nameLength + extra;
    }
    return entries;
  }

  #endOfDirectory(): number {
    const lowest = Math.max(0, this.#bytes.length - END_LENGTH - 0xffff);
    for (let at = this.#bytes.length - END_LENGTH; at >= lowest; at--) {
      if (this.#view.getUint32(at, true) === END_SIGNATURE) return at;
    }
    throw this.#damaged('its end is missing');
  }

  #damaged(reason: string): GuiyiError {
    return new GuiyiError('GY112', reason, { path: this.#path });
  }

  #tooLarge(name: string, limit: number): GuiyiError {
    return new GuiyiError('GY110', `entry ${name} is larger than ${limit} bytes`, { path: this.#path });
  }
}

/** Old archivers write names in the machine's encoding and say nothing of it; in China that is GBK. */
function nameOf(bytes: Uint8Array, isUtf8: boolean): string {
  try {
    return decode(bytes, isUtf8 ? { encoding: 'utf-8' } : {}).text;
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

/** True for an entry's name that leads out of the folder it is unpacked into, or that no system takes. */
export function isUnsafeName(name: string): boolean {
  return (
    name.startsWith('/') || /^[A-Za-z]:/.test(name) || name.includes('\0') || name.split('/').includes('..')
  );
}
