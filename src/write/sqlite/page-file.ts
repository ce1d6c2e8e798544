import fs from 'node:fs';
import { onDisk, writeAll } from '../disk.ts';

/** Bytes that go to the disk at a time. */
const STRETCH = 1 << 20;

/** SQLite locks this byte of a file, a gigabyte from its start; the page that holds it belongs to no table. */
const LOCK_BYTE = 0x4000_0000;

/** An SQLite file to which whole pages are added. SQLite must not have it open meanwhile. */
export class PageFile {
  readonly #path: string;
  readonly #handle: number;
  readonly pageSize: number;
  /** Number of the page after the last, from 1. */
  #end: number;
  readonly #lockPage: number;
  readonly #stretch: Buffer;
  /** Bytes in the stretch; those of the last pages. */
  #held = 0;

  /** @throws GuiyiError GY501 */
  constructor(path: string) {
    this.#path = path;
    this.#handle = onDisk(path, () => fs.openSync(path, 'r+'));
    const head = Buffer.alloc(100);
    onDisk(path, () => fs.readSync(this.#handle, head, 0, head.length, 0));
    this.pageSize = head.readUInt16BE(16);
    this.#end = head.readUInt32BE(28) + 1;
    this.#lockPage = LOCK_BYTE / this.pageSize + 1;
    this.#stretch = Buffer.allocUnsafe(STRETCH);
  }

  /** Number of the page that is added next, from 1. */
  get next(): number {
    return this.#end === this.#lockPage ? this.#end + 1 : this.#end;
  }

  /** Adds a page of zeros, to be filled before the next is added. */
  append(): { readonly page: Buffer; readonly number: number } {
    if (this.#end === this.#lockPage) this.#extend();
    const number = this.#end;
    return { page: this.#extend(), number };
  }

  /** Writes a page that was there before. */
  write(number: number, page: Uint8Array): void {
    this.#writeAt(page, (number - 1) * this.pageSize);
  }

  /** Writes what is held and the number of pages into the file's head. */
  close(): void {
    try {
      this.#flush();
      const count = Buffer.alloc(4);
      count.writeUInt32BE(this.#end - 1);
      this.#writeAt(count, 28);
    } finally {
      fs.closeSync(this.#handle);
    }
  }

  /** Lengthens the file by a page of zeros. */
  #extend(): Buffer {
    if (this.#held + this.pageSize > STRETCH) this.#flush();
    const page = this.#stretch.subarray(this.#held, this.#held + this.pageSize);
    page.fill(0);
    this.#held += this.pageSize;
    this.#end++;
    return page;
  }

  #flush(): void {
    const start = (this.#end - 1) * this.pageSize - this.#held;
    this.#writeAt(this.#stretch.subarray(0, this.#held), start);
    this.#held = 0;
  }

  #writeAt(bytes: Uint8Array, position: number): void {
    writeAll(this.#handle, bytes, this.#path, position);
  }
}
