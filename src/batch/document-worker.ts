import type { Config } from '../config/index.ts';
import type { Dictionaries } from '../dictionary/index.ts';
import { type ErrorCode, GuiyiError } from '../errors/index.ts';
import { Pipeline } from '../pipeline.ts';
import type { DocumentRecord } from '../record/index.ts';
import type { InputDocument } from '../unpack/index.ts';
import { type Rejection, toLine } from '../write/index.ts';

/** What came of a document. A thread leaves `record` out, as `line` has it all. */
export type Outcome =
  | { readonly kind: 'made'; readonly line: Uint8Array; readonly record?: DocumentRecord }
  | { readonly kind: 'rejected'; readonly rejection: Rejection };

/** Whoever does documents: the process itself, or threads. */
export interface Doer {
  /** Never throws for what is wrong with a document: it is rejected with its code. */
  do(document: InputDocument): Promise<Outcome>;
}

/** Makes the records of documents; set up once, then used for any number of them. */
export class DocumentWorker implements Doer {
  readonly #pipeline: Pipeline;

  constructor(config: Config, dictionaries: Dictionaries) {
    this.#pipeline = new Pipeline(config, dictionaries);
  }

  /** What makes the records. */
  get provenance(): DocumentRecord['pipeline'] {
    return this.#pipeline.provenance;
  }

  async do(document: InputDocument): Promise<Outcome> {
    try {
      const record = this.#pipeline.process(document);
      return { kind: 'made', line: toLine(record), record };
    } catch (error) {
      return { kind: 'rejected', rejection: rejectionOf(document.source.path, error) };
    }
  }
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
