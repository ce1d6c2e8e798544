import { GuiyiError } from '../errors/index.ts';
import type { Rejection } from '../read/index.ts';
import { textAndFields } from './fields.ts';
import { type InputDocument, inputDocument } from './input-document.ts';
import { parsedJson } from './json-lines.ts';

/**
 * Reads a JSON file: one record, or an array of them, each a document `path#n`. Records without a text are
 * rejected (GY105) and the rest goes on.
 *
 * @throws GuiyiError GY105 where the file is no JSON
 */
export function* jsonDocuments(
  json: string,
  file: { readonly path: string; readonly encoding: string; readonly textField: string },
): Generator<InputDocument | Rejection> {
  const parsed = parsedJson(json, { path: file.path });
  const many = Array.isArray(parsed);
  const records: readonly unknown[] = many ? parsed : [parsed];
  for (const [index, record] of records.entries()) {
    const path = many ? `${file.path}#${index + 1}` : file.path;
    try {
      const { text, carried } = textAndFields(record, file.textField, { path });
      yield inputDocument({
        path,
        text,
        bytes: Buffer.from(many ? JSON.stringify(record) : json),
        encoding: file.encoding,
        mediaType: 'application/json',
        layout: { positions: { unit: 'row', starts: [0], numbers: [index + 1], field: file.textField } },
        carried,
      });
    } catch (error) {
      if (!(error instanceof GuiyiError)) throw error;
      yield { path, error };
    }
  }
}
