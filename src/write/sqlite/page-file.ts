import fs from 'node:fs';
import { onDisk, writeAll } from '../disk.ts';

/** Bytes that go to the disk at a time. */
const STRETCH = 1 << 20;

/** An SQLite file to which whole pages are added. SQLite must not have it open meanwhile. */
export class PageFile {
  readonly #path: string;
  readonly #handle: number;
  readonly pageSize: number;
  /** Number of the next page, from 1. */
  next: number;
  readonly #stretch: Buffer;
  /** Bytes in the stretch; those of the pages before `next`. */
  #held = 0;

  /** @throws GuiyiError GY501 */
  constructor(path: string) {
    this.#path = path;
    this.#handle = onDisk(path, () => fs.openSync(path, 'r+'));
    const head = Buffer.alloc(100);
    onDisk(path, () => fs.readSync(this.#handle, head, 0, head.length, 0));
    this.pageSize = head.readUInt16BE(16);
    this.next = head.readUInt32BE(28) + 1;
    this.#stretch = Buffer.allocUnsafe(STRETCH);
  }

  /** Adds a page of zeros, to be filled before the next is added. */
  append(): { readonly page: Buffer; readonly number: number } {
    if (this.#held + this.pageSize > STRETCH) this.#flush();
    const page = this.#stretch.subarray(this.#held, this.#held + this.pageSize);
    page.fill(0);
    this.#held += this.pageSize;
    return { page, number: this.next++ };
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
      count.writeUInt32BE(this.next - 1);
      this.#writeAt(count, 28);
    } finally {
      fs.closeSync(this.#handle);
    }
  }

  #flush(): void {
    const start = (this.next - 1) * this.pageSize - this.#held;
    this.#writeAt(this.#stretch.subarray(0, this.#held), start);
    this.#held = 0;
  }

  #writeAt(bytes: Uint8Array, position: number): void {
    writeAll(this.#handle, bytes, this.#path, position);
  }
}
