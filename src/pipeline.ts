import { createHash } from 'node:crypto';
import { type Processor, unified } from 'unified';
import { VFile } from 'vfile';
import { Alignment } from './alignment/index.ts';
import { cleanStep } from './clean/index.ts';
import { type Config, defaultConfig, hashOfConfig } from './config/index.ts';
import { convertStep } from './convert/index.ts';
import { type Dictionaries, defaultDictionaries } from './dictionary/index.ts';
import type { InputNote, Layout, SourceDescription } from './document/index.ts';
import { extractStep } from './extract/index.ts';
import { parse } from './parse/index.ts';
import { type DocumentRecord, record } from './record/index.ts';
import { relateStep } from './relate/index.ts';
import { repairStep } from './repair/index.ts';
import { segmentStep } from './segment/index.ts';
import { assertOrder, type Step } from './step.ts';
import { buildVersion } from './version.ts';

/**
 * The flow, in order; this is the only place that knows it.
 *
 *     read → decode → parse → clean → convert → repair → segment → extract → relate → record → write
 *     path   bytes    text    stray    Hant→     marks,   words     entities  facts     zod      files,
 *     files  →text    →tree   spaces,  Hans      titles,                                JSON     databases
 *                             look-              %, breaks
 *                             alikes
 *
 * `read` and `decode` come before (they know bytes), `write` after (it knows disks); everything between
 * is a unified processor over an nlcst tree.
 */
export const steps: readonly Step[] = [
  cleanStep,
  convertStep,
  repairStep,
  segmentStep,
  extractStep,
  relateStep,
];

/** A text on its way in, and what is known of where it came from. */
export interface PipelineInput {
  readonly text: string;
  readonly id?: string;
  readonly source?: SourceDescription;
  /** What the file's format told of the text: kinds of lines, and where they stand in the file. */
  readonly layout?: Layout;
  /** Become messages of the record. */
  readonly notes?: readonly InputNote[];
  /** Other fields of the input, which go into the record as they are. */
  readonly carried?: Readonly<Record<string, unknown>>;
}

/** The whole flow from text to record, set up once and then used for any number of documents. */
export class Pipeline {
  readonly #config: Config;
  readonly #dictionaries: Dictionaries;
  /** What makes the records: version, and hashes of configuration and dictionaries. */
  readonly provenance: DocumentRecord['pipeline'];
  #compiled: Processor | undefined;

  /** @throws RangeError where steps stand in an order that can't work */
  constructor(config: Config = defaultConfig, dictionaries: Dictionaries = defaultDictionaries()) {
    assertOrder(steps);
    this.#config = config;
    this.#dictionaries = dictionaries;
    this.provenance = {
      version: buildVersion(),
      config: hashOfConfig(config),
      dictionaries: dictionaries.hash(),
    };
  }

  /** The unified processor from `parse` to `relate`, without the compiler: `parse` and `run` it for a tree. */
  processor(): Processor {
    const processor: Processor = unified();
    processor.use(parse);
    for (const step of steps) step.attach(processor, this.#config, this.#dictionaries);
    return processor;
  }

  /** Normalizes one text. Positions in the record are in the unit that the configuration asks for. */
  process(input: PipelineInput): DocumentRecord {
    return this.processFile(input).record;
  }

  /** {@link process}, with the file that carries the messages and the state behind the record. */
  processFile({ text, id, source, layout, notes = [], carried }: PipelineInput): {
    record: DocumentRecord;
    file: VFile;
  } {
    const file = new VFile({ value: text, ...(source ? { path: source.path } : {}) });
    file.data.guiyi = {
      alignment: Alignment.of(text),
      source: source ?? describeText(text, id ?? ''),
      ...(layout === undefined ? {} : { layout }),
    };
    for (const { severity, rule, reason } of notes) {
      file.message(reason, { source: 'guiyi', ruleId: rule }).severity = severity;
    }
    if (this.#compiled === undefined) {
      this.#compiled = this.processor();
      this.#compiled.use(record, { offsets: this.#config.offsets, pipeline: this.provenance });
    }
    this.#compiled.processSync(file);
    const result = file.result as DocumentRecord;
    if (id !== undefined) result.id = id;
    if (carried !== undefined) result.carried = { ...carried };
    return { record: result, file };
  }
}

/** The description of a text that came as a string: its UTF-8 bytes are what is counted and hashed. */
function describeText(text: string, path: string): SourceDescription {
  const bytes = utf8Of(text);
  return {
    path,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    bytes: bytes.length,
    encoding: 'utf-8',
    mediaType: 'text/plain',
  };
}

const encoder = new TextEncoder();
/** Used again for each text that surely fits; a unit makes three bytes at most. */
const scratch = new Uint8Array(1 << 18);

function utf8Of(text: string): Uint8Array {
  if (text.length * 3 > scratch.length) return encoder.encode(text);
  return scratch.subarray(0, encoder.encodeInto(text, scratch).written);
}
