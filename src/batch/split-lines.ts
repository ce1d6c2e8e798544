/** A line of a stream without its line feed, or the size of one that was too long to be kept. */
export type StreamLine =
  | { readonly number: number; readonly bytes: Buffer }
  | { readonly number: number; readonly bytes?: undefined; readonly tooLong: number };

/**
 * Splits a stream of bytes into lines and holds at most one of them: a line longer than `maxBytes` is
 * skipped as it comes, and told of at its end. (Node's `readline` gathers any line, and throws outside of
 * any `try` once it does not fit a string.)
 *
 * @param maxBytes of a line; 0 for no limit
 */
export async function* splitLines(
  stream: AsyncIterable<Uint8Array>,
  maxBytes: number,
): AsyncGenerator<StreamLine> {
  let pieces: Buffer[] = [];
  let length = 0;
  let number = 0;
  const take = (): StreamLine => {
    number++;
    const tooLong = maxBytes > 0 && length > maxBytes;
    const line: StreamLine = tooLong
      ? { number, tooLong: length }
      : { number, bytes: pieces.length === 1 ? pieces[0] : Buffer.concat(pieces) };
    pieces = [];
    length = 0;
    return line;
  };
  const keep = (piece: Buffer) => {
    length += piece.length;
    if (maxBytes > 0 && length > maxBytes) pieces = [];
    else pieces.push(piece);
  };
  for await (const part of stream) {
    const bytes = Buffer.from(part.buffer, part.byteOffset, part.byteLength);
    let from = 0;
    for (let end = bytes.indexOf(0x0a); end !== -1; end = bytes.indexOf(0x0a, from)) {
      keep(bytes.subarray(from, end));
      yield take();
      from = end + 1;
    }
    if (from < bytes.length) keep(bytes.subarray(from));
  }
  if (length > 0) yield take();
}
