import fs from 'node:fs';
import { onDisk } from '../disk.ts';

/** The rows of a table in a file: those of one document after those of another, in the order of their ids. */
export interface StoredTable {
  readonly path: string;
  /** Where each document's rows begin, in bytes from the start of the file. */
  readonly starts: Float64Array;
  /** Bytes of each document's rows. */
  readonly lengths: Float64Array;
}

/** The rows of a table, document by document, each valid until the next are asked for. @throws GuiyiError GY501 */
export function* rowsOf({ path, starts, lengths }: StoredTable): Generator<Uint8Array> {
  const handle = onDisk(path, () => fs.openSync(path, 'r'));
  let buffer = Buffer.allocUnsafe(1 << 20);
  try {
    for (let document = 0; document < starts.length; document++) {
      const length = lengths[document];
      if (buffer.length < length) buffer = Buffer.allocUnsafe(length * 2);
      const bytes = buffer.subarray(0, length);
      onDisk(path, () => fill(bytes, handle, starts[document]));
      yield bytes;
    }
  } finally {
    fs.closeSync(handle);
  }
}

function fill(bytes: Buffer, handle: number, from: number): void {
  for (let at = 0; at < bytes.length; ) {
    const read = fs.readSync(handle, bytes, at, bytes.length - at, from + at);
    if (read === 0) throw new RangeError('it is shorter than it was');
    at += read;
  }
}
