import { TextDecoder } from 'node:util';
import type { Config } from '../config/index.ts';
import { Dictionaries } from '../dictionary/index.ts';
import { GuiyiError } from '../errors/index.ts';
import { Pipeline } from '../pipeline.ts';
import type { DocumentRecord } from '../record/index.ts';
import type { Rejection } from '../write/index.ts';
import { rejectionOf } from './document-worker.ts';
import { ownDictionaries } from './plan.ts';
import { splitLines } from './split-lines.ts';

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
  for await (const line of splitLines(input, config.maxBytes)) {
    const path = `line ${line.number}`;
    try {
      if (line.bytes === undefined) {
        const detail = `${line.tooLong} bytes, where ${config.maxBytes} are allowed`;
        throw new GuiyiError('GY107', detail, { path });
      }
      const fields = parseLine(line.bytes, path);
      if (fields === undefined) continue;
      const { id = path, text, ...carried } = fields;
      const record = pipeline.process({ text, id: String(id) });
      if (Object.keys(carried).length > 0) record.carried = carried;
      yield { record };
    } catch (error) {
      yield { rejection: rejectionOf(path, error) };
    }
  }
}

/** The fields of a line; nothing for a blank one. @throws GuiyiError GY105, GY202 */
function parseLine(bytes: Buffer, path: string): { text: string; id?: unknown } | undefined {
  let line: string;
  try {
    line = utf8.decode(bytes);
  } catch (cause) {
    throw new GuiyiError('GY202', 'the line is not UTF-8', { path }, { cause });
  }
  if (line.trim() === '') return undefined;
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (cause) {
    throw new GuiyiError('GY105', `it is not JSON: ${(cause as Error).message}`, { path }, { cause });
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new GuiyiError('GY105', 'it is JSON, but no object', { path });
  }
  const { text, id } = value as { text?: unknown; id?: unknown };
  if (typeof text !== 'string') throw new GuiyiError('GY105', '"text" is missing or no string', { path });
  if (id !== undefined && typeof id !== 'string' && typeof id !== 'number') {
    throw new GuiyiError('GY105', '"id" is neither a string nor a number', { path });
  }
  return value as { text: string; id?: unknown };
}
