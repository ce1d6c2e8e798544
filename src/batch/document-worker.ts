import type { Config } from '../config/index.ts';
import type { Dictionaries } from '../dictionary/index.ts';
import { type ErrorCode, GuiyiError } from '../errors/index.ts';
import { Pipeline } from '../pipeline.ts';
import type { DocumentRecord } from '../record/index.ts';
import { type InputDocument, type Package, unpackOne } from '../unpack/index.ts';
import {
  type EncodedRows,
  encodeRows,
  type MadeRecord,
  madeRecord,
  type RecordHead,
  type Rejection,
} from '../write/index.ts';
import { cleanedText } from './cleaned-text.ts';
import { affectingRow, type DictionaryChange } from './dictionary-change.ts';

/** A document, or a file that may be one, and what an earlier run made of it. */
export interface DocumentTask {
  readonly input: Package | InputDocument;
  readonly earlier?: {
    readonly head: RecordHead;
    /** The earlier record's line, where its other forms are wanted if it still holds, or its text must be looked into. */
    readonly line?: Uint8Array;
  };
}

/** A record whose rows are wanted: its line, and the line's digest. */
export interface RowsTask {
  readonly line: Uint8Array;
  readonly digest: string;
}

export type Task = DocumentTask | RowsTask;

/** Why a document was normalized: it is new, or this has changed since its record was made. */
export type Reason = 'new' | 'source' | 'version' | 'config' | 'dictionaries';

/** What has changed since other dictionaries made records, by their hash. */
export type DictionaryChanges = ReadonlyMap<string, DictionaryChange>;

/** What of a record's forms is not in its line. */
export type MadeParts = Pick<MadeRecord, 'text' | 'rows' | 'fingerprint'>;

/** What came of a document. */
export type DocumentOutcome = (
  | {
      readonly kind: 'made';
      readonly made: MadeRecord;
      /** `renewed`: no row that changed concerns it, only the dictionaries' hash is another. */
      readonly reason: Reason | 'renewed';
      /** The row that concerns it. */
      readonly because?: string;
    }
  /** The earlier record still holds. */
  | { readonly kind: 'same'; readonly id: string; readonly made?: MadeParts }
  | { readonly kind: 'rejected'; readonly rejection: Rejection }
) & {
  /** Bytes of the document's source. */
  readonly bytes: number;
};

export type Outcome =
  | DocumentOutcome
  /** The file may hold many documents: it is to be taken apart first. */
  | { readonly kind: 'many' }
  | { readonly kind: 'rows'; readonly rows: EncodedRows };

/** Whoever does documents: the process itself, or threads. Never throws for what is wrong with a document. */
export interface Doer {
  do(task: Task): Promise<Outcome>;
  /** Says that an outcome is used up: another may take its memory. */
  release(outcome: Outcome): void;
}

/** Makes the records of documents; set up once, then used for any number of them. */
export class DocumentWorker implements Doer {
  readonly #pipeline: Pipeline;
  readonly #config: Config;
  readonly #dictionaries: Dictionaries;
  readonly #changes: DictionaryChanges;

  /** @param changes what has changed in the dictionaries since earlier runs; what is not known concerns all documents */
  constructor(config: Config, dictionaries: Dictionaries, changes: DictionaryChanges = new Map()) {
    this.#config = config;
    this.#dictionaries = dictionaries;
    this.#changes = changes;
    this.#pipeline = new Pipeline(config, dictionaries);
  }

  /** What makes the records. */
  get provenance(): DocumentRecord['pipeline'] {
    return this.#pipeline.provenance;
  }

  async do(task: Task): Promise<Outcome> {
    if (!('input' in task)) return { kind: 'rows', rows: encodeRows(recordOf(task.line), task.digest) };
    const { input } = task;
    const path = pathOf(task);
    try {
      const found =
        'text' in input
          ? input
          : await unpackOne(input, { ...this.#config, dictionaries: this.#dictionaries });
      if (found === 'many') return { kind: 'many' };
      if ('error' in found) return rejected(found.path, found.error);
      return this.#normalized(found, task);
    } catch (error) {
      return rejected(path, error);
    }
  }

  /** What it makes is the caller's own. */
  release(): void {}

  #normalized(document: InputDocument, { earlier }: DocumentTask): DocumentOutcome {
    const { id, source } = document;
    const { bytes } = source;
    const reason = earlier === undefined ? 'new' : whatChanged(earlier.head, source, this.provenance);
    if (reason !== undefined) {
      try {
        const concern = reason === 'dictionaries' ? this.#concern(document, earlier!) : {};
        const record = concern.unchanged ?? this.#pipeline.process(document);
        const because = concern.because === undefined ? {} : { because: concern.because };
        const made = madeRecord(record);
        return { kind: 'made', made, reason: concern.unchanged ? 'renewed' : reason, ...because, bytes };
      } catch (error) {
        return rejected(source.path, error, bytes);
      }
    }
    if (earlier?.line === undefined) return { kind: 'same', id, bytes };
    const { text, rows, fingerprint } = madeRecord(recordOf(earlier.line), earlier.line);
    return { kind: 'same', id, made: { text, rows, fingerprint }, bytes };
  }

  /** Whether a change of the dictionaries concerns a document: why, or its record as the new ones would make it. */
  #concern(
    document: InputDocument,
    { head, line }: NonNullable<DocumentTask['earlier']>,
  ): { readonly because?: string; readonly unchanged?: DocumentRecord } {
    const change = this.#changes.get(head.pipeline.dictionaries);
    if (change?.reach === 'all') return { because: change.because };
    if (change === undefined || line === undefined) return {};
    const record = recordOf(line);
    // The user's lists see the text behind 'clean'; all that comes later changes no letters but by them and by script.
    const texts = [document.text, cleanedText(document, this.#config, this.#dictionaries), record.text];
    const because = affectingRow(change.rows, texts);
    return because === undefined ? { unchanged: { ...record, pipeline: this.provenance } } : { because };
  }
}

const recordOf = (line: Uint8Array): DocumentRecord => JSON.parse(Buffer.from(line).toString('utf8'));

/** The identity of the document or file of a task. */
export function pathOf({ input }: DocumentTask): string {
  return 'text' in input ? input.source.path : input.path;
}

/** What of a record's making is not as it would be now; nothing where it still holds. */
function whatChanged(
  { source: then, pipeline }: RecordHead,
  now: DocumentRecord['source'],
  provenance: DocumentRecord['pipeline'],
): Exclude<Reason, 'new'> | undefined {
  if (then.sha256 !== now.sha256 || then.path !== now.path) return 'source';
  if (then.encoding !== now.encoding || then.mediaType !== now.mediaType) return 'source';
  return (['version', 'config', 'dictionaries'] as const).find((part) => pipeline[part] !== provenance[part]);
}

function rejected(path: string, error: unknown, bytes = 0): DocumentOutcome {
  return { kind: 'rejected', rejection: rejectionOf(path, error), bytes };
}

/** What V8 and Node say of a string that is too long. */
const TOO_LONG = /^Invalid string length$|^Cannot create a string longer than/;

/** A rejection as it is written; what is no {@link GuiyiError} is a defect of ours, GY901. */
export function rejectionOf(path: string, error: unknown): Rejection {
  if (!(error instanceof GuiyiError)) {
    const reason = error instanceof Error ? error.message : String(error);
    // A record is some fifteen times its document, more where every character is an edit. It could be written in
    // parts, but neither we nor most of what reads JSON could read such a line back.
    const tooLong = TOO_LONG.test(reason);
    const code: ErrorCode = tooLong ? 'GY107' : 'GY901';
    return {
      path,
      code,
      reason: tooLong
        ? 'its record would be longer than a string can be (half a gigabyte), and could not be read back: split it, by --split or by hand'
        : reason,
    };
  }
  const { code, detail, place } = error;
  return { path, code, reason: detail, ...(place.byte === undefined ? {} : { byte: place.byte }) };
}
