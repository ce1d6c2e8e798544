import { TextDecoder } from 'node:util';
import type { Config } from '../config/index.ts';
import { Dictionaries } from '../dictionary/index.ts';
import { GuiyiError } from '../errors/index.ts';
import { Pipeline } from '../pipeline.ts';
import type { DocumentRecord } from '../record/index.ts';
import { byteLines, parsedJson, type TextAndFields, textAndFields } from '../unpack/index.ts';
import type { Rejection } from '../write/index.ts';
import { rejectionOf } from './document-worker.ts';
import { ownDictionaries } from './plan.ts';

/** What came of one line. */
export type LineOutcome = { readonly record: DocumentRecord } | { readonly rejection: Rejection };

const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * Normalizes JSON Lines, one record a line, in order, one line in memory at a time. Blank lines are passed
 * over; a line that can't be used gives a rejection, with the line's number as its path (`line 7`).
 *
 * @param input bytes of lines such as `{"id": "…", "text": "…"}`; other fields are carried to the record
 */
export async function* streamLines(
  input: AsyncIterable<Uint8Array>,
  config: Config,
): AsyncGenerator<LineOutcome> {
  const pipeline = new Pipeline(config, new Dictionaries(ownDictionaries([], config)));
  const form = { encoding: 'utf-8', carriageReturn: false, limit: config.maxBytes || Infinity } as const;
  for await (const { number, bytes, length } of byteLines(input, form)) {
    const path = `line ${number}`;
    try {
      if (bytes === undefined) {
        throw new GuiyiError('GY107', `${length} bytes, where ${config.maxBytes} are allowed`, { path });
      }
      const fields = parseLine(bytes, config.textField, path);
      if (fields === undefined) continue;
      const { text, carried } = fields;
      const { id = path, ...others } = carried;
      if (typeof id !== 'string' && typeof id !== 'number') {
        throw new GuiyiError('GY105', '"id" is neither a string nor a number', { path });
      }
      const more = Object.keys(others).length === 0 ? {} : { carried: others };
      yield { record: pipeline.process({ text, id: String(id), ...more }) };
    } catch (error) {
      yield { rejection: rejectionOf(path, error) };
    }
  }
}

/** The text and the other fields of a line; nothing for a blank one. @throws GuiyiError GY105, GY109, GY202 */
function parseLine(bytes: Uint8Array, textField: string, path: string): TextAndFields | undefined {
  let line: string;
  try {
    line = utf8.decode(bytes);
  } catch (cause) {
    throw new GuiyiError('GY202', 'the line is not UTF-8', { path }, { cause });
  }
  return line.trim() === '' ? undefined : textAndFields(parsedJson(line, { path }), textField, { path });
}
