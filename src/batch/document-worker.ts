import { createHash } from 'node:crypto';
import type { Config } from '../config/index.ts';
import { CERTAIN, type Decoded, decode } from '../decode/index.ts';
import type { Dictionaries } from '../dictionary/index.ts';
import { type ErrorCode, GuiyiError } from '../errors/index.ts';
import { Pipeline } from '../pipeline.ts';
import { documentId, readInput } from '../read/index.ts';
import type { DocumentRecord } from '../record/index.ts';
import { type Rejection, toLine } from '../write/index.ts';

/** One document to be done. */
export interface Job {
  /** The document's identity. */
  readonly path: string;
  readonly absolutePath: string;
  /** Hex SHA-256 of the source whose record is there already, made in the way of this run. */
  readonly known?: string;
}

/** What came of a document. `bytes` is the size of its source; a thread leaves `record` out, as `line` has it all. */
export type Outcome =
  | { readonly kind: 'same'; readonly bytes: number }
  | {
      readonly kind: 'made';
      readonly bytes: number;
      readonly line: Uint8Array;
      readonly record?: DocumentRecord;
    }
  | { readonly kind: 'rejected'; readonly bytes: number; readonly rejection: Rejection };

/** Whoever does documents: the process itself, or threads. */
export interface Doer {
  /** Never throws for what is wrong with a document: it is rejected with its code. */
  do(job: Job): Promise<Outcome>;
}

/** Reads documents and makes their records; set up once, then used for any number of them. */
export class DocumentWorker implements Doer {
  readonly #config: Config;
  readonly #dictionaries: Dictionaries;
  readonly #pipeline: Pipeline;

  constructor(config: Config, dictionaries: Dictionaries) {
    this.#config = config;
    this.#dictionaries = dictionaries;
    this.#pipeline = new Pipeline(config, dictionaries);
  }

  /** What makes the records. */
  get provenance(): DocumentRecord['pipeline'] {
    return this.#pipeline.provenance;
  }

  async do({ path, absolutePath, known }: Job): Promise<Outcome> {
    const input = await readInput({ path, absolutePath }, { maxBytes: this.#config.maxBytes });
    if ('error' in input) return rejected(path, 0, input.error);
    const { bytes } = input;
    const sha256 = sha256Of(bytes);
    if (sha256 === known) return { kind: 'same', bytes: bytes.length };
    try {
      const record = this.make(path, bytes, sha256);
      return { kind: 'made', bytes: bytes.length, line: toLine(record), record };
    } catch (error) {
      return rejected(path, bytes.length, error);
    }
  }

  /**
   * The record of a file's bytes.
   *
   * @throws GuiyiError where the bytes can't be used
   */
  make(path: string, bytes: Uint8Array, sha256 = sha256Of(bytes)): DocumentRecord {
    const { encoding } = this.#config;
    const decoded = decode(bytes, { encoding, dictionaries: this.#dictionaries, path });
    const source = {
      path,
      sha256,
      bytes: bytes.length,
      encoding: decoded.encoding,
      mediaType: 'text/plain',
    };
    const record = this.#pipeline.process({ text: decoded.text, id: documentId(path), source });
    if (decoded.confidence < CERTAIN) record.messages.unshift(uncertain(decoded));
    return record;
  }
}

function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** What the record says where its encoding was detected, and not beyond doubt. */
function uncertain({ encoding, confidence, evidence }: Decoded): DocumentRecord['messages'][number] {
  const reason = `read as ${encoding} with confidence ${confidence}: ${evidence}`;
  return { severity: 'warning', rule: 'uncertain-encoding', reason };
}

function rejected(path: string, bytes: number, error: unknown): Outcome {
  return { kind: 'rejected', bytes, rejection: rejectionOf(path, error) };
}

/** A rejection as it is written; what is no {@link GuiyiError} is a defect of ours, GY901. */
export function rejectionOf(path: string, error: unknown): Rejection {
  if (!(error instanceof GuiyiError)) {
    const reason = error instanceof Error ? error.message : String(error);
    // A record is some fifteen times its document, and a string can't be longer than half a gigabyte.
    const tooLong = reason === 'Invalid string length';
    const code: ErrorCode = tooLong ? 'GY107' : 'GY901';
    return { path, code, reason: tooLong ? 'its record would be longer than a string can be' : reason };
  }
  const { code, detail, place } = error;
  return { path, code, reason: detail, ...(place.byte === undefined ? {} : { byte: place.byte }) };
}
