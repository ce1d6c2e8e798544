import { type DecodeOptions, type Detected, decodePart } from '../decode/index.ts';
import { GuiyiError } from '../errors/index.ts';
import type { Rejection } from '../read/index.ts';
import type { ByteLine } from './byte-lines.ts';
import { textAndFields } from './fields.ts';
import { type InputDocument, inputDocument } from './input-document.ts';

/** The file or stream that the lines are from. */
export interface JsonLinesFile {
  readonly path: string;
  readonly detected: Detected;
  readonly textField: string;
  readonly options: DecodeOptions;
}

/**
 * Reads JSON Lines: a document a line, `path#n` where n is the line's number. A line that can't be used is
 * rejected (GY105 no object with a text, GY107 too long, GY109 nested too deeply, GY2xx not decodable) and
 * the rest goes on. Blank lines are skipped.
 */
export async function* jsonLinesDocuments(
  lines: AsyncIterable<ByteLine>,
  file: JsonLinesFile,
): AsyncGenerator<InputDocument | Rejection> {
  for await (const line of lines) {
    const path = `${file.path}#${line.number}`;
    try {
      const document = lineDocument(line, path, file);
      if (document !== undefined) yield document;
    } catch (error) {
      if (!(error instanceof GuiyiError)) throw error;
      yield { path, error };
    }
  }
}

function lineDocument(
  { bytes, length, offset, number }: ByteLine,
  path: string,
  { detected, textField, options }: JsonLinesFile,
): InputDocument | undefined {
  const place = { path, line: number };
  if (bytes === undefined)
    throw new GuiyiError('GY107', `a line of ${length} bytes`, { ...place, byte: offset });
  const own = bytes.subarray(0, length);
  const json = decodePart(own, detected, { ...options, ...place, offset });
  if (json.trim() === '') return undefined;
  const { text, carried } = textAndFields(parsedJson(json, place), textField, place);
  return inputDocument({
    path,
    text,
    bytes: own,
    encoding: detected.encoding,
    mediaType: 'application/jsonl',
    layout: { positions: { unit: 'line', starts: [0], numbers: [number], field: textField } },
    carried,
  });
}

/** Parses JSON. @throws GuiyiError GY105 */
export function parsedJson(json: string, place: { path: string; line?: number }): unknown {
  try {
    return JSON.parse(json);
  } catch (cause) {
    // The parser quotes the text, which may be long.
    throw new GuiyiError('GY105', (cause as Error).message.slice(0, 120), place, { cause });
  }
}
