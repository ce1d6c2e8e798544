import fs from 'node:fs';

/** A line of a file: where it starts (bytes), and its bytes without the line feed. */
export interface FileLine {
  readonly start: number;
  readonly line: Buffer;
  /** False for a last line that no line feed ends: whoever wrote it was stopped. */
  readonly ended: boolean;
}

/** The lines of a file, one in memory at a time. `line` is only valid until the next one is asked for. */
export function* linesOf(path: string, bufferSize = 1 << 20): Generator<FileLine> {
  const handle = fs.openSync(path, 'r');
  try {
    let buffer = Buffer.allocUnsafe(bufferSize);
    let held = 0;
    let bufferStart = 0;
    for (;;) {
      const read = fs.readSync(handle, buffer, held, buffer.length - held, null);
      if (read === 0) break;
      const filled = held + read;
      let from = 0;
      let end = buffer.subarray(0, filled).indexOf(0x0a, held);
      while (end !== -1) {
        yield { start: bufferStart + from, line: buffer.subarray(from, end), ended: true };
        from = end + 1;
        end = buffer.subarray(0, filled).indexOf(0x0a, from);
      }
      held = filled - from;
      bufferStart += from;
      if (from > 0) buffer.copyWithin(0, from, filled);
      else if (held === buffer.length) buffer = Buffer.concat([buffer], buffer.length * 2);
    }
    if (held > 0) yield { start: bufferStart, line: buffer.subarray(0, held), ended: false };
  } finally {
    fs.closeSync(handle);
  }
}

/** Bytes `[start, start + length)` of a file. */
export function readBytes(path: string, start: number, length: number): Buffer {
  const handle = fs.openSync(path, 'r');
  try {
    const buffer = Buffer.allocUnsafe(length);
    for (let at = 0; at < length; ) {
      const read = fs.readSync(handle, buffer, at, length - at, start + at);
      if (read === 0) throw new RangeError(`${path} is shorter than it was`);
      at += read;
    }
    return buffer;
  } finally {
    fs.closeSync(handle);
  }
}
