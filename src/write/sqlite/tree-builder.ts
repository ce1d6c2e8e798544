import type { PageFile } from './page-file.ts';

/**
 * Builds the tree of one table from its rows in the order of their keys, every page filled before the next is
 * begun. Rows come as `encodeRows` makes them. SQLite would look up the place of each row and split pages as
 * they fill up; what is sorted already needs neither.
 */
export class TreeBuilder {
  readonly #file: PageFile;
  readonly #root: number;
  readonly #leaves: Level;
  /** The file format gives both: bytes of a row that stand in a page of the tree, at most, and at least of a longer one. */
  readonly #most: number;
  readonly #least: number;

  /** @param root number of the table's first page, which is there and empty */
  constructor(file: PageFile, root: number) {
    this.#file = file;
    this.#root = root;
    this.#most = Math.floor(((file.pageSize - 12) * 64) / 255) - 23;
    this.#least = Math.floor(((file.pageSize - 12) * 32) / 255) - 23;
    this.#leaves = new Level(file, true);
  }

  /** Adds rows, which follow those before in the order of the key. */
  add(rows: Uint8Array): void {
    for (let at = 0; at < rows.length; ) {
      at = this.#leaves.fill(rows, at, this.#most);
      if (at === rows.length) return;
      const { start, end } = rowAt(rows, at);
      this.#leaves.push(
        end - start > this.#most
          ? this.#overflowing(rows, at, start, end)
          : Uint8Array.from(rows.subarray(at, end)),
      );
      at = end;
    }
  }

  /** Writes the last pages and the root. */
  finish(): void {
    this.#leaves.finish(0, this.#root);
  }

  /** A row that is too long for a page: its beginning, and the number of the page on which it goes on. */
  #overflowing(rows: Uint8Array, from: number, start: number, end: number): Uint8Array {
    const file = this.#file;
    const perPage = file.pageSize - 4;
    const wanted = this.#least + ((end - start - this.#least) % perPage);
    const local = wanted <= this.#most ? wanted : this.#least;
    const cell = Buffer.alloc(start + local - from + 4);
    cell.set(rows.subarray(from, start + local));
    cell.writeUInt32BE(file.next, cell.length - 4);
    for (let at = start + local; at < end; at += perPage) {
      const { page } = file.append();
      page.writeUInt32BE(at + perPage < end ? file.next : 0, 0);
      page.set(rows.subarray(at, Math.min(at + perPage, end)), 4);
    }
    return cell;
  }
}

/** Where the row at `at` has its values, behind their length. */
function rowAt(rows: Uint8Array, at: number): { start: number; end: number } {
  let length = 0;
  let start = at;
  for (let byte = 0x80; byte >= 0x80; start++) {
    byte = rows[start];
    length = length * 128 + (byte & 0x7f);
  }
  return { start, end: start + length };
}

const LEAF = 0x0a;
const INTERIOR = 0x02;

/**
 * The pages of one level of a tree, of which one is in memory. Between two pages of a level one row stands in
 * the level above; a row there begins with the number of the page before it.
 */
class Level {
  readonly #file: PageFile;
  readonly #isLeaf: boolean;
  readonly #headSize: number;
  /** The rows of the page in hand, one behind the other. */
  readonly #rows: Buffer;
  readonly #ends: Uint16Array;
  #count = 0;
  #filled = 0;
  /** The row after a full page: it goes up, unless it is the last of all. */
  #held: Uint8Array | undefined;
  #above: Level | undefined;

  constructor(file: PageFile, isLeaf: boolean) {
    this.#file = file;
    this.#isLeaf = isLeaf;
    this.#headSize = isLeaf ? 8 : 12;
    this.#rows = Buffer.alloc(file.pageSize);
    this.#ends = new Uint16Array(file.pageSize / 4);
  }

  /** Puts as many whole rows from `from` on into the page as it takes. Tells where it stopped. */
  fill(rows: Uint8Array, from: number, longest: number): number {
    if (this.#held !== undefined) this.#turn(this.#held);
    let at = from;
    while (at < rows.length) {
      const { start, end } = rowAt(rows, at);
      if (end - start > longest || !this.#fits(end - from)) break;
      this.#ends[this.#count++] = this.#filled + end - from;
      at = end;
    }
    this.#rows.set(rows.subarray(from, at), this.#filled);
    this.#filled += at - from;
    return at;
  }

  push(row: Uint8Array): void {
    if (this.#held !== undefined) this.#turn(this.#held);
    if (this.#fits(row.length)) this.#put(row);
    else this.#held = row;
  }

  /** Writes what is left. @param right the page behind the last row, above the leaves @param root page of the tree */
  finish(right: number, root: number): void {
    const last = this.#held;
    if (last !== undefined) {
      // No page may be empty: in place of the very last row the one before it goes up.
      const start = this.#ends[--this.#count - 1];
      const row = Uint8Array.from(this.#rows.subarray(start, this.#filled));
      this.#filled = start;
      this.#turn(row);
      this.#put(last);
    }
    if (this.#above === undefined) {
      const page = Buffer.alloc(this.#file.pageSize);
      this.#write(page, right);
      this.#file.write(root, page);
    } else this.#above.finish(this.#append(right), root);
  }

  /** Ends the page; `row` goes up and says where the page is. */
  #turn(row: Uint8Array): void {
    const right = this.#isLeaf ? 0 : Buffer.from(row.buffer, row.byteOffset, 4).readUInt32BE();
    const own = this.#isLeaf ? row : row.subarray(4);
    const up = Buffer.alloc(own.length + 4);
    up.writeUInt32BE(this.#append(right), 0);
    up.set(own, 4);
    this.#count = 0;
    this.#filled = 0;
    this.#held = undefined;
    this.#above ??= new Level(this.#file, false);
    this.#above.push(up);
  }

  #fits(size: number): boolean {
    return this.#headSize + this.#filled + size + 2 * (this.#count + 1) <= this.#file.pageSize;
  }

  #put(row: Uint8Array): void {
    this.#rows.set(row, this.#filled);
    this.#filled += row.length;
    this.#ends[this.#count++] = this.#filled;
  }

  /** Adds the page in hand to the file. Tells its number. */
  #append(right: number): number {
    const { page, number } = this.#file.append();
    this.#write(page, right);
    return number;
  }

  /** Lays out the page in hand, in zeros. */
  #write(page: Buffer, right: number): void {
    const content = page.length - this.#filled;
    page[0] = this.#isLeaf ? LEAF : INTERIOR;
    page.writeUInt16BE(this.#count, 3);
    page.writeUInt16BE(content, 5);
    if (!this.#isLeaf) page.writeUInt32BE(right, 8);
    for (let i = 0, at = this.#headSize, start = content; i < this.#count; i++) {
      page[at++] = start >> 8;
      page[at++] = start;
      start = content + this.#ends[i];
    }
    this.#rows.copy(page, content, 0, this.#filled);
  }
}
