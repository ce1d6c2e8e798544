import { inflateSync } from 'node:zlib';
import { GuiyiError } from '../../errors/index.ts';

/** Largest stream of a PDF that is no picture, and all of them together, in bytes when inflated. */
const LARGEST = 50_000_000;
const LARGEST_TOGETHER = 200_000_000;

/** Filters over filters, at most. */
const DEEPEST = 3;

/**
 * Refuses a PDF whose streams inflate to more than any document has: the reader itself knows no bound.
 * Pictures are not looked at, as reading text does not inflate them.
 *
 * @throws GuiyiError GY110
 */
export function assertInflatable(bytes: Uint8Array, path: string): void {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  let together = 0;
  let at = 0;
  for (;;) {
    const found = buffer.indexOf('stream', at);
    if (found < 0) return;
    at = found + 6;
    if (buffer.subarray(found - 3, found).toString('latin1') === 'end') continue;
    const start = at + (buffer[at] === 0x0d ? 1 : 0) + 1;
    const end = buffer.indexOf('endstream', start);
    const stop = end < 0 ? buffer.length : end;
    const dictionary = buffer.subarray(Math.max(0, found - 400), found).toString('latin1');
    if (!/\/Subtype\s*\/Image/.test(dictionary.slice(dictionary.lastIndexOf(' obj')))) {
      together += inflatedLength(buffer.subarray(start, stop), path, found);
      if (together > LARGEST_TOGETHER) throw tooLarge(path, found);
    }
    at = stop;
  }
}

function inflatedLength(packed: Buffer, path: string, byte: number): number {
  let data = packed;
  for (let depth = 0; depth < DEEPEST && looksDeflated(data); depth++) {
    try {
      // A sync flush takes streams that are cut off, as the reader does.
      data = inflateSync(data, { maxOutputLength: LARGEST, finishFlush: 2 });
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge(path, byte);
      break;
    }
  }
  return data.length;
}

/** The header of a zlib stream, by its check. */
const looksDeflated = (data: Buffer) =>
  data.length > 2 && (data[0] & 0x0f) === 8 && ((data[0] << 8) | data[1]) % 31 === 0;

function tooLarge(path: string, byte: number): GuiyiError {
  return new GuiyiError('GY110', 'a stream of the PDF inflates to more than any document has', {
    path,
    byte,
  });
}
