import { existsSync, statSync } from 'node:fs';
import { loadConfig } from '../config/index.ts';
import { Dictionaries } from '../dictionary/index.ts';
import { GuiyiError } from '../errors/index.ts';
import { Pipeline } from '../pipeline.ts';
import type { DocumentRecord } from '../record/index.ts';
import { unpack } from '../unpack/index.ts';
import { headOf, linesOf, readRecords } from '../write/index.ts';
import type { Call } from './call.ts';
import type { Lang } from './lang.ts';
import { status } from './perform.ts';

type RecordEdit = DocumentRecord['edits'][number];

/** `guiyi explain <record or file> [--at N]`: in words, which rule changed what, and why. */
export async function perform(call: Call): Promise<number> {
  const { lang, flags } = call;
  const record = await findRecord(call);
  const { at } = flags;
  const concerns = ({ source: [start, end] }: { source: readonly number[] }) =>
    at === undefined || (start <= at && at < end);
  const edits = record.edits.filter(concerns);
  const entities = at === undefined ? [] : record.entities.filter(concerns);
  const messages = record.messages.filter(
    (message) => message.source === undefined || concerns({ source: message.source }),
  );
  if (flags.json) {
    process.stdout.write(`${JSON.stringify({ id: record.id, edits, entities, messages })}\n`);
    return status.fine;
  }
  const place = placer(record);
  const lines = [summaryOf(record, lang)];
  for (const edit of edits) lines.push('', ...explainEdit(edit, place(edit.source[0], lang), lang));
  if (edits.length === 0) lines.push('', nothingChanged(record, at, lang));
  for (const { type, text, rule, confidence, source } of entities) {
    lines.push('', `${place(source[0], lang)}${say[lang].entity(type, text, rule, confidence)}`);
  }
  for (const { severity, rule, reason, source } of messages) {
    lines.push('', `${source === undefined ? '' : place(source[0], lang)}${severity}: ${reason} (${rule})`);
  }
  process.stdout.write(`${lines.join('\n')}\n`);
  return status.fine;
}

const say = {
  en: {
    at: (line: number, column: number) => `Line ${line}, column ${column}: `,
    replaced: (before: string, after: string) => `“${before}” became “${after}”.`,
    deleted: (before: string) => `“${before}” was taken out.`,
    head: (path: string, script: string, edits: number) => `${path}: script ${script}, ${edits} edits.`,
    cause: (stage: string, rule: string, confidence: number) =>
      `  step ${stage}, rule ${rule}, confidence ${confidence}`,
    entity: (type: string, text: string, rule: string, confidence: number) =>
      `“${text}” was read as ${type}; rule ${rule}, confidence ${confidence}.`,
    nothing: 'Nothing was changed.',
    nothingAt: (at: number, text: string) => `Nothing was changed at ${at}, where “${text}” stands.`,
  },
  zh: {
    at: (line: number, column: number) => `第 ${line} 行第 ${column} 列：`,
    replaced: (before: string, after: string) => `“${before}”改为“${after}”。`,
    deleted: (before: string) => `删去“${before}”。`,
    head: (path: string, script: string, edits: number) => `${path}：文字 ${script}，改动 ${edits} 处。`,
    cause: (stage: string, rule: string, confidence: number) =>
      `  步骤 ${stage}，规则 ${rule}，把握 ${confidence}`,
    entity: (type: string, text: string, rule: string, confidence: number) =>
      `“${text}”识别为 ${type}；规则 ${rule}，把握 ${confidence}。`,
    nothing: '没有改动。',
    nothingAt: (at: number, text: string) => `位置 ${at} 处（“${text}”）没有改动。`,
  },
} as const;

function summaryOf({ source, script, edits }: DocumentRecord, lang: Lang): string {
  const sure = script.confidence > 0 ? ` (${script.confidence})` : '';
  return say[lang].head(source.path, `${script.detected}${sure}`, edits.length);
}

function explainEdit({ before, after, causes }: RecordEdit, where: string, lang: Lang): string[] {
  const words = say[lang];
  const what = after === '' ? words.deleted(show(before)) : words.replaced(show(before), show(after));
  return [
    `${where}${what}`,
    ...causes.map(
      ({ stage, rule, confidence, reason }) =>
        `${words.cause(stage, rule, confidence)}${reason === undefined ? '' : `: ${reason}`}`,
    ),
  ];
}

function nothingChanged(record: DocumentRecord, at: number | undefined, lang: Lang): string {
  if (at === undefined) return say[lang].nothing;
  const characters = unitsOf(record);
  if (at >= characters.length) {
    throw new GuiyiError('GY302', `--at takes a position below ${characters.length}, not ${at}`);
  }
  return say[lang].nothingAt(at, show(characters.slice(Math.max(0, at - 4), at + 5).join('')));
}

/** Line ends and other marks that can't be seen, as they are written in code. */
function show(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (mark) => {
    const known: Record<string, string> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };
    return known[mark] ?? `\\u{${mark.codePointAt(0)!.toString(16)}}`;
  });
}

/** The source in the unit in which the record counts. */
function unitsOf({ sourceText, offsetUnit }: DocumentRecord): string[] {
  return offsetUnit === 'utf16' ? sourceText.split('') : [...sourceText];
}

/** Tells the line and column (both from 1, columns in the record's unit) of positions of the source. */
function placer(record: DocumentRecord): (at: number, lang: Lang) => string {
  const starts = [0];
  for (const [index, unit] of unitsOf(record).entries()) if (unit === '\n') starts.push(index + 1);
  return (at, lang) => {
    let low = 0;
    let high = starts.length;
    while (high - low > 1) {
      const middle = (low + high) >>> 1;
      if (starts[middle] <= at) low = middle;
      else high = middle;
    }
    return say[lang].at(low + 1, at - starts[low] + 1);
  };
}

/** True for a file whose first line is a record; other JSON Lines are documents. */
function isRecords(path: string): boolean {
  if (!existsSync(path) || !statSync(path).isFile()) return false;
  for (const { line } of linesOf(path)) return headOf(line) !== undefined;
  return false;
}

/** The record that a call names: in a file of records, or made of a source file here and now. */
async function findRecord({ arguments: [path], flags, options }: Call): Promise<DocumentRecord> {
  if (isRecords(path)) {
    for (const { record } of readRecords([path])) {
      if (flags.id === undefined || record.id === flags.id || record.source.path === flags.id) return record;
    }
    const wanted = flags.id === undefined ? 'it has no record' : `it has no record with the id '${flags.id}'`;
    throw new GuiyiError('GY503', wanted, { path });
  }
  const config = loadConfig(options, flags.config);
  const dictionaries = new Dictionaries(config.dictionaries === '' ? [] : [config.dictionaries]);
  let firstError: GuiyiError | undefined;
  for await (const input of unpack({ path, absolutePath: path }, { ...config, dictionaries })) {
    if ('error' in input) {
      // One bad file of an archive does not hide the others, unless it is the one that was asked for.
      if (isCalled(flags.id, input.path)) throw input.error;
      firstError ??= input.error;
      continue;
    }
    if (flags.id !== undefined && input.id !== flags.id && !isCalled(flags.id, input.source.path)) continue;
    return new Pipeline(config, dictionaries).process(input);
  }
  const wanted =
    flags.id === undefined ? 'it has no document to explain' : `it has no document with the id '${flags.id}'`;
  if (flags.id === undefined && firstError !== undefined) throw firstError;
  throw new GuiyiError('GY103', wanted, { path });
}

/** True where a document's path is what the person wrote: a run over a folder knows the file by a longer path than this call. */
function isCalled(asked: string | undefined, path: string): boolean {
  return asked !== undefined && (`/${path}`.endsWith(`/${asked}`) || `/${asked}`.endsWith(`/${path}`));
}
