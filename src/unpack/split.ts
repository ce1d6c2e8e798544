import { type DecodeOptions, type Detected, decodePart } from '../decode/index.ts';
import { GuiyiError } from '../errors/index.ts';
import type { Rejection } from '../read/index.ts';
import type { ByteLine } from './byte-lines.ts';
import { type InputDocument, inputDocument } from './input-document.ts';

/** How a file is cut into documents. */
export interface SplitRule {
  /** `blank`: at blank lines; `line`: each line; `regex`: before each line that matches. */
  readonly at: 'blank' | 'line' | 'regex';
  /** For `regex`. */
  readonly pattern?: RegExp;
  /** Largest document in bytes. */
  readonly limit: number;
}

/** The file that is cut. */
export interface SplitFile {
  readonly path: string;
  readonly detected: Detected;
  readonly options: DecodeOptions;
}

/**
 * Cuts a file into documents, line by line, in bounded memory. A document's identity is the file's and its
 * number: `a.txt#3`. A piece that is too large (GY107) or does not decode (GY201, GY202, GY204, GY205) is
 * rejected by that name and the rest goes on.
 */
export async function* splitDocuments(
  lines: AsyncIterable<ByteLine>,
  { at, pattern, limit }: SplitRule,
  file: SplitFile,
): AsyncGenerator<InputDocument | Rejection> {
  let piece = new Piece(limit);
  let count = 0;
  const give = () => pieceDocument(piece, `${file.path}#${++count}`, file);
  for await (const line of lines) {
    const text = line.bytes === undefined ? undefined : looselyDecoded(line, file);
    const blank = text !== undefined && text.trim() === '';
    const starts = at === 'line' || (at === 'regex' && text !== undefined && pattern?.test(text) === true);
    if ((starts || (at === 'blank' && blank)) && !piece.empty) {
      yield give();
      piece = new Piece(limit);
    }
    if (!blank || !piece.empty) piece.add(line);
  }
  if (!piece.empty) yield give();
}

/** A line as the rules see it: what does not decode is reported with its document, not here. */
function looselyDecoded({ bytes, length }: ByteLine, { detected, options }: SplitFile): string {
  try {
    return decodePart(bytes!.subarray(0, length), detected, options);
  } catch {
    return '\ufffd';
  }
}

/** The lines of one document so far. */
class Piece {
  readonly #limit: number;
  #lines: ByteLine[] = [];
  /** Bytes up to the last line's end, without blank lines behind. */
  #size = 0;
  first: ByteLine | undefined;

  constructor(limit: number) {
    this.#limit = limit;
  }

  get empty(): boolean {
    return this.first === undefined;
  }

  add(line: ByteLine): void {
    this.first ??= line;
    this.#size = line.offset + line.length - this.first.offset;
    if (this.#size > this.#limit || line.bytes === undefined) this.#lines = [];
    else this.#lines.push(line);
  }

  /** All bytes but the last line end; undefined where they are too many. */
  bytes(): Uint8Array | undefined {
    const parts = this.#lines.map(({ bytes }) => bytes!);
    const whole = parts.length === 1 ? parts[0] : Buffer.concat(parts);
    return whole.length < this.#size ? undefined : whole.subarray(0, this.#size);
  }

  get size(): number {
    return this.#size;
  }
}

function pieceDocument(piece: Piece, path: string, file: SplitFile): InputDocument | Rejection {
  const { offset, number: line } = piece.first!;
  const bytes = piece.bytes();
  if (bytes === undefined) {
    const error = new GuiyiError('GY107', `a piece of ${piece.size} bytes`, { path, line, byte: offset });
    return { path, error };
  }
  try {
    const text = decodePart(bytes, file.detected, { ...file.options, path, offset, line });
    return inputDocument({
      path,
      text,
      bytes,
      encoding: file.detected.encoding,
      mediaType: 'text/plain',
      layout: { positions: { unit: 'line', starts: [0], numbers: [line] } },
    });
  } catch (error) {
    if (error instanceof GuiyiError) return { path, error };
    throw error;
  }
}
