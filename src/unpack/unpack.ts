import { readFileSync, statSync } from 'node:fs';
import { defaultConfig } from '../config/index.ts';
import { type Decoded, decode, detect, signatureOf } from '../decode/index.ts';
import { GuiyiError } from '../errors/index.ts';
import type { FormatText } from '../parse/index.ts';
import type { InputFile, Rejection } from '../read/index.ts';
import { archiveBlobs } from './archive-blobs.ts';
import { type Blob, fileBlob, memoryBlob } from './blob.ts';
import { byteLines } from './byte-lines.ts';
import { csvDocuments } from './csv.ts';
import { declaredEncoding } from './declared-encoding.ts';
import { encodingNotes, type InputDocument, inputDocument, type UnpackOptions } from './input-document.ts';
import { jsonDocuments } from './json.ts';
import { jsonLinesDocuments } from './json-lines.ts';
import {
  archiveFormatOf,
  beginningOf,
  binaryFormatOf,
  HEAD_BYTES,
  type InputFormat,
  textFormatOf,
} from './media-type.ts';
import { splitDocuments } from './split.ts';
import { type ArchiveBudget, ZipArchive } from './zip-archive.ts';

/** Options with their defaults filled in. */
type Settings = Required<Omit<UnpackOptions, 'dictionaries' | 'onHidden'>> &
  Pick<UnpackOptions, 'dictionaries' | 'onHidden'>;

/** Archives within archives, at most. */
const DEEPEST_ARCHIVE = 3;

/** All that one archive may inflate to, in largest documents. */
const ARCHIVE_IN_DOCUMENTS = 10;

/**
 * Turns a file into its documents, whatever its format: told by content, in bounded memory where the file
 * holds many. What can't be used comes as a {@link Rejection} and never ends the rest.
 *
 * @param input as `listInputs` gives it
 * @throws GuiyiError GY302 where `splitPattern` is no regular expression; nothing else
 */
export async function* unpack(
  input: InputFile,
  options: UnpackOptions = {},
): AsyncGenerator<InputDocument | Rejection> {
  for await (const found of packageDocuments(input, contextFor(options))) {
    // Entries come as they are only where that is asked for.
    if (!('bytes' in found)) yield found;
  }
}

/** Holds options to what they must be, once for all files. @throws GuiyiError GY302 */
export function assertUnpackOptions(options: UnpackOptions): void {
  contextFor(options);
}

/** An entry of an archive as it stands in it, which is not looked into. */
export interface PackedFile {
  readonly path: string;
  readonly bytes: Uint8Array;
  /** Archives around it. */
  readonly depth: number;
  /** What may still come out of the outermost of them. */
  readonly budget: ArchiveBudget;
}

/** What may be one document or many. */
export type Package = InputFile | PackedFile;

/**
 * Turns a file that is one document into it, as {@link unpack} does; tells of one that may hold many, which is
 * not read any further.
 */
export async function unpackOne(
  file: Package,
  options: UnpackOptions = {},
): Promise<InputDocument | Rejection | 'many'> {
  const context = { ...contextFor(options), single: true };
  try {
    for await (const found of packageDocuments(file, context)) {
      if (!('bytes' in found)) return found;
    }
  } catch (error) {
    if (!(error instanceof ManyDocuments)) throw error;
  }
  return 'many';
}

/**
 * Takes apart a file that may hold many documents: {@link unpack}, but an archive's entries come as they are.
 * Taking those apart in turn gives all documents.
 */
export async function* unpackMany(file: Package, options: UnpackOptions = {}): AsyncGenerator<Found> {
  yield* packageDocuments(file, { ...contextFor(options), packed: true });
}

/** What is found in a package. */
type Found = InputDocument | Rejection | PackedFile;

function packageDocuments(file: Package, context: Context): AsyncGenerator<Found> {
  return 'bytes' in file
    ? blobDocuments(memoryBlob(file.path, file.bytes), {
        ...context,
        depth: file.depth,
        // What a single document takes is its own affair, wherever it is done.
        budget: context.single ? { ...file.budget } : file.budget,
      })
    : blobDocuments(
        (context.single ? smallBlob(file, context.limit) : undefined) ??
          fileBlob(file, context.settings.maxBytes),
        context,
      );
}

/** Bytes up to which a file is read at once. */
const SMALL = 262_144;

/**
 * A small file, read at one go: a thread that does one file after the other has nothing to do in the meantime,
 * and each step of reading that is waited for takes as long as all of it. Nothing for what is large, or can't be read.
 */
function smallBlob({ path, absolutePath }: InputFile, limit: number): Blob | undefined {
  try {
    if (statSync(absolutePath).size > Math.min(SMALL, limit)) return undefined;
    return memoryBlob(path, readFileSync(absolutePath));
  } catch {
    return undefined;
  }
}

/** Ends the unpacking of what was to be a single document. */
class ManyDocuments extends Error {}

/** What is the same for a file and all that is in it. */
interface Context {
  readonly settings: Settings;
  readonly limit: number;
  readonly pattern: RegExp | undefined;
  /** Archives around. */
  readonly depth: number;
  readonly budget?: ArchiveBudget;
  /** True where a file that may hold many documents is not to be read. */
  readonly single?: boolean;
  /** True where an archive's entries are given as they are. */
  readonly packed?: boolean;
}

function contextFor(options: UnpackOptions): Context {
  const { encoding, maxBytes, inputFormat, split, splitPattern, textField } = defaultConfig;
  const settings: Settings = { encoding, maxBytes, inputFormat, split, splitPattern, textField, ...options };
  const limit = settings.maxBytes > 0 ? settings.maxBytes : Number.MAX_SAFE_INTEGER;
  const pattern = settings.split === 'regex' ? compiledPattern(settings.splitPattern) : undefined;
  return { settings, limit, pattern, depth: 0 };
}

function compiledPattern(source: string): RegExp {
  try {
    if (source === '') throw new SyntaxError('it is empty');
    return new RegExp(source, 'u');
  } catch (cause) {
    throw new GuiyiError('GY302', `--split-pattern: ${(cause as Error).message}`, {}, { cause });
  }
}

async function* blobDocuments(blob: Blob, context: Context): AsyncGenerator<Found> {
  try {
    yield* documentsOf(blob, context);
  } catch (error) {
    if (!(error instanceof GuiyiError)) throw error;
    yield { path: blob.path, error };
  }
}

async function* documentsOf(blob: Blob, context: Context): AsyncGenerator<Found> {
  const { settings } = context;
  const { path } = blob;
  const head = await blob.head(HEAD_BYTES);
  if (head.length === 0) throw new GuiyiError('GY103', 'it has no text', { path });
  const asked = settings.inputFormat === 'auto' || context.depth > 0 ? undefined : settings.inputFormat;
  const binary = asked ?? binaryFormatOf(head);
  if (binary === 'zip' || binary === 'docx')
    yield* archiveDocuments(blob, context, binary === asked ? asked : undefined);
  else if (binary === 'pdf') yield await pdfDocument(blob);
  else yield* textDocuments(blob, head, asked, context);
}

async function* textDocuments(
  blob: Blob,
  head: Uint8Array,
  asked: InputFormat | undefined,
  context: Context,
): AsyncGenerator<Found> {
  const { settings, limit, pattern } = context;
  const { path } = blob;
  const kind = signatureOf(head);
  if (kind !== undefined) throw new GuiyiError('GY104', `it is ${kind}`, { path, byte: 0 });
  const { dictionaries, textField } = settings;
  const decoding = { encoding: settings.encoding, path, ...(dictionaries ? { dictionaries } : {}) };
  const format = asked ?? textFormatOf(path, beginningOr(head, decoding), textField);
  const inParts = format === 'jsonl' || format === 'csv' || (format === 'text' && settings.split !== 'none');
  if (context.single && (inParts || format === 'json')) throw new ManyDocuments();
  if (inParts) {
    const detected = detect(head, decoding);
    const form = { encoding: detected.encoding, carriageReturn: format !== 'jsonl', limit };
    const lines = byteLines(blob.stretches(), form, detected.bom);
    const file = { path, detected, textField, limit, options: decoding };
    if (format === 'jsonl') yield* jsonLinesDocuments(lines, file);
    else if (format === 'csv') yield* csvDocuments(lines, file);
    else if (settings.split !== 'none') {
      yield* splitDocuments(lines, { at: settings.split, limit, ...(pattern ? { pattern } : {}) }, file);
    }
    return;
  }
  const bytes = await blob.bytes();
  const decoded = decodedText(bytes, format, decoding);
  if (format === 'json') {
    yield* jsonDocuments(decoded.text, { path, encoding: decoded.encoding, textField });
    return;
  }
  yield await formattedDocument(path, bytes, decoded, format);
}

/** The beginning of a text; empty where it can't be read, as decoding all of it will say why. */
function beginningOr(head: Uint8Array, decoding: Parameters<typeof beginningOf>[1]): string {
  try {
    return beginningOf(head, decoding);
  } catch (error) {
    if (error instanceof GuiyiError) return '';
    throw error;
  }
}

/** Decodes a text; a page that is too short to tell its encoding may name it. */
function decodedText(
  bytes: Uint8Array,
  format: InputFormat,
  decoding: NonNullable<Parameters<typeof decode>[1]>,
): Decoded {
  try {
    return decode(bytes, decoding);
  } catch (error) {
    const declared = format === 'html' || format === 'text' ? declaredEncoding(bytes) : undefined;
    if (!(error instanceof GuiyiError) || error.code !== 'GY203' || declared === undefined) throw error;
    return { ...decode(bytes, { ...decoding, encoding: declared }), evidence: 'the page names it' };
  }
}

async function formattedDocument(
  path: string,
  bytes: Uint8Array,
  decoded: Decoded,
  format: InputFormat,
): Promise<InputDocument> {
  const { text, encoding } = decoded;
  const notes = encodingNotes(decoded);
  if (format === 'html' || format === 'markdown') {
    const parsed = await parsedText(text, format, path);
    return inputDocument({
      path,
      bytes,
      encoding,
      mediaType: `text/${format}`,
      text: parsed.text,
      layout: parsed.layout,
      notes: [...notes, ...parsed.notes],
    });
  }
  if (!/\S/.test(text)) throw new GuiyiError('GY103', 'it has white space alone', { path });
  return inputDocument({ path, bytes, encoding, mediaType: 'text/plain', text, notes });
}

/** Parsers are loaded when the first file of their format comes. */
async function parsedText(text: string, format: 'html' | 'markdown', path: string): Promise<FormatText> {
  if (format === 'html') {
    const { parseHtml } = await import('../parse/html/index.ts');
    return parseHtml(text, path);
  }
  const { parseMarkdown } = await import('../parse/markdown/index.ts');
  return parseMarkdown(text, path);
}

async function pdfDocument(blob: Blob): Promise<InputDocument> {
  const { parsePdf } = await import('../parse/pdf/index.ts');
  const { path } = blob;
  const bytes = await blob.bytes();
  const { text, layout, notes } = await parsePdf(bytes, path);
  return inputDocument({
    path,
    bytes,
    encoding: 'binary',
    mediaType: 'application/pdf',
    text,
    layout,
    notes,
  });
}

async function* archiveDocuments(
  blob: Blob,
  context: Context,
  asked: 'zip' | 'docx' | undefined,
): AsyncGenerator<Found> {
  const { path } = blob;
  const { settings, limit, depth } = context;
  const bytes = await blob.bytes();
  const archive = await ZipArchive.open(bytes, path);
  const budget = context.budget ?? { entry: limit, left: limit * ARCHIVE_IN_DOCUMENTS };
  const format = asked ?? archiveFormatOf(archive);
  if (typeof format === 'object') throw new GuiyiError('GY104', `it is ${format.other}`, { path, byte: 0 });
  if (format === 'docx') {
    await assertBearable(archive, budget, path);
    const { parseDocx } = await import('../parse/docx/index.ts');
    const { text, layout, notes } = await parseDocx(bytes, path);
    const mediaType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
    yield inputDocument({ path, bytes, encoding: 'binary', mediaType, text, layout, notes });
    return;
  }
  if (context.single) throw new ManyDocuments();
  if (depth >= DEEPEST_ARCHIVE)
    throw new GuiyiError('GY109', `more than ${DEEPEST_ARCHIVE} archives`, { path });
  let isEmpty = true;
  for await (const entry of archiveBlobs(archive, budget, path, settings.onHidden)) {
    isEmpty = false;
    if ('error' in entry) yield entry;
    else if (context.packed) yield { path: entry.path, bytes: await entry.bytes(), depth: depth + 1, budget };
    else yield* blobDocuments(entry, { ...context, depth: depth + 1, budget });
  }
  if (isEmpty) throw new GuiyiError('GY103', 'the archive has no files', { path });
}

/** Most XML of a Word document, in bytes: some two thousand pages, and the reader's memory is ten times that. */
const MOST_XML = 30_000_000;

/**
 * The DOCX reader inflates without a bound: so all of the archive is inflated once before, with one.
 *
 * @throws GuiyiError GY107, GY110, GY112 or GY113
 */
async function assertBearable(archive: ZipArchive, budget: ArchiveBudget, path: string): Promise<void> {
  let xml = 0;
  for (const entry of archive.entries) {
    const { length } = await archive.read(entry, budget);
    if (entry.name.endsWith('.xml')) xml += length;
    if (xml > MOST_XML) throw new GuiyiError('GY107', `more than ${MOST_XML} bytes of XML`, { path });
  }
}
