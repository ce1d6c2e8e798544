import { CodePoints } from '../alignment/index.ts';
import { firstEndingAfter } from '../document/index.ts';
import { type DocumentRecord, recordSchema } from './schema.ts';

/** A law of the record that does not hold, and where. */
export interface Violation {
  readonly law: 'schema' | 'undo' | 'places' | 'tokens' | 'again';
  readonly what: string;
}

/** What else a record can be held to. */
export interface VerifyOptions {
  /** Normalizes a text: then the record's text must come out of it unchanged. */
  readonly normalize?: (text: string) => string;
}

/** A record's ranges are plain pairs; the unit is the record's. */
type Range = readonly number[];
interface Placed {
  readonly span: Range;
  readonly source: Range;
}

/** Gives pieces of a text by positions in the record's unit. */
interface Slicer {
  readonly length: number;
  readonly slice: (start: number, end: number) => string;
}

/**
 * Holds a record to the laws of the contract:
 * - `schema`: it follows the schema `guiyi/1`;
 * - `undo`: undoing the edits on the text gives the source, and the rest is the same on both sides;
 * - `places`: what stands at a range is what the thing says of itself, and nothing is placed at nothing;
 * - `tokens`: tokens tile the text apart from white space and cross no edge;
 * - `again`: normalizing the text again changes nothing.
 *
 * @param value a record, or whatever came instead of one
 * @returns nothing where all hold; positions in messages are in the record's unit
 */
export function verifyRecord(value: unknown, { normalize }: VerifyOptions = {}): Violation[] {
  const parsed = recordSchema.safeParse(value);
  if (!parsed.success) {
    return parsed.error.issues.map(({ path, message }) => ({
      law: 'schema',
      what: `${path.length === 0 ? 'the record' : path.join('.')}: ${message}`,
    }));
  }
  const record = parsed.data;
  const text = slicer(record.text, record.offsetUnit);
  const source = slicer(record.sourceText, record.offsetUnit);
  const violations: Violation[] = [
    ...verifyUndo(record, text, source),
    ...verifyPlaces(record, text, source),
    ...verifyTokens(record, text),
  ];
  if (normalize !== undefined) {
    const again = normalize(record.text);
    if (again !== record.text) {
      violations.push({
        law: 'again',
        what: `the text changes again: ${firstDifference(record.text, again)}`,
      });
    }
  }
  return violations;
}

function* verifyUndo({ edits }: DocumentRecord, text: Slicer, source: Slicer): Generator<Violation> {
  let textAt = 0;
  let sourceAt = 0;
  for (const [index, edit] of [...edits, undefined].entries()) {
    const [textStart, textEnd] = edit?.span ?? [text.length, text.length];
    const [sourceStart, sourceEnd] = edit?.source ?? [source.length, source.length];
    const name = edit === undefined ? 'after the last edit' : `edits.${index}`;
    if (textStart < textAt || sourceStart < sourceAt || textEnd < textStart || sourceEnd < sourceStart) {
      yield { law: 'undo', what: `${name} is out of order` };
      return;
    }
    if (text.slice(textAt, textStart) !== source.slice(sourceAt, sourceStart)) {
      yield { law: 'undo', what: `${name}: the text before it differs from the source without an edit` };
      return;
    }
    if (edit !== undefined && text.slice(textStart, textEnd) !== edit.after) {
      yield { law: 'undo', what: `${name}: the text there is not '${edit.after}'` };
    }
    if (edit !== undefined && source.slice(sourceStart, sourceEnd) !== edit.before) {
      yield { law: 'undo', what: `${name}: the source there is not '${edit.before}'` };
    }
    textAt = textEnd;
    sourceAt = sourceEnd;
  }
}

/** Everything in a record that has a place, and the text that it claims to be where it claims one. */
function* placedThings(record: DocumentRecord): Generator<{ name: string; at: Placed; text?: string }> {
  const { blocks, sentences, entities, relations } = record;
  for (const [i, at] of blocks.entries()) yield { name: `blocks.${i}`, at };
  for (const [i, at] of sentences.entries()) yield { name: `sentences.${i}`, at };
  for (const [i, at] of entities.entries()) yield { name: `entities.${i}`, at, text: at.text };
  for (const [i, relation] of relations.entries()) {
    const named =
      relation.type === 'metric'
        ? relation.subject
        : relation.type === 'project'
          ? relation.name
          : relation.scheme;
    yield { name: `relations.${i}`, at: named, text: named.text };
    if (relation.type === 'metric') yield { name: `relations.${i}.sentence`, at: relation.sentence };
    if (relation.type === 'project') yield { name: `relations.${i}.evidence`, at: relation.evidence };
  }
}

function* verifyPlaces(record: DocumentRecord, text: Slicer, source: Slicer): Generator<Violation> {
  for (const { name, at, text: claimed } of placedThings(record)) {
    const [start, end] = at.span;
    const [sourceStart, sourceEnd] = at.source;
    if (start > end || end > text.length)
      yield { law: 'places', what: `${name}: its span is not in the text` };
    else if (sourceStart > sourceEnd || sourceEnd > source.length) {
      yield { law: 'places', what: `${name}: its source is not in the source` };
    } else if (end > start && sourceEnd === sourceStart) {
      yield { law: 'places', what: `${name}: its span has no source` };
    } else if (claimed !== undefined && text.slice(start, end) !== claimed) {
      yield {
        law: 'places',
        what: `${name}: at its span stands '${text.slice(start, end)}', not '${claimed}'`,
      };
    }
  }
  const ids = new Set(record.entities.map(({ id }) => id));
  if (ids.size < record.entities.length) yield { law: 'places', what: 'two entities have the same id' };
  for (const [i, relation] of record.relations.entries()) {
    const missing = referencesOf(relation).find((id) => !ids.has(id));
    if (missing !== undefined)
      yield { law: 'places', what: `relations.${i} names an entity that is not there: ${missing}` };
  }
}

function referencesOf(relation: DocumentRecord['relations'][number]): string[] {
  switch (relation.type) {
    case 'metric':
      return [
        relation.value,
        ...relation.regions,
        ...relation.organs,
        ...(relation.date ? [relation.date] : []),
      ];
    case 'project':
      return [...relation.lead, ...relation.participants];
    case 'membership':
      return relation.members;
  }
}

function* verifyTokens(record: DocumentRecord, text: Slicer): Generator<Violation> {
  const { tokens } = record;
  const count = tokens.text.length;
  if (Object.values(tokens).some((column) => column.length !== count)) {
    yield { law: 'tokens', what: 'the columns of tokens differ in length' };
    return;
  }
  let reached = 0;
  for (let i = 0; i <= count; i++) {
    const start = i < count ? tokens.start[i] : text.length;
    if (start < reached) {
      yield { law: 'tokens', what: `tokens.${i} overlaps the one before it` };
      return;
    }
    const gap = text.slice(reached, start);
    if (gap.trim() !== '') yield { law: 'tokens', what: `before tokens.${i} '${gap}' is in no token` };
    if (i === count) break;
    if (text.slice(start, tokens.end[i]) !== tokens.text[i]) {
      yield { law: 'tokens', what: `tokens.${i}: at its place stands no '${tokens.text[i]}'` };
    }
    if (tokens.end[i] <= start || tokens.sourceEnd[i] <= tokens.sourceStart[i]) {
      yield { law: 'tokens', what: `tokens.${i} is empty in the text or in the source` };
    }
    reached = tokens.end[i];
  }
  for (const { name, at } of placedThings(record)) {
    if (name.startsWith('relations')) continue;
    for (const edge of at.span) {
      const i = firstEndingAfter({ ends: tokens.end }, edge);
      if (i < count && tokens.start[i] < edge) {
        yield { law: 'tokens', what: `tokens.${i} '${tokens.text[i]}' crosses an edge of ${name}` };
      }
    }
  }
}

function slicer(text: string, unit: DocumentRecord['offsetUnit']): Slicer {
  if (unit === 'utf16') {
    return { length: text.length, slice: (start, end) => text.slice(start, end) };
  }
  const points = new CodePoints(text);
  return {
    length: points.fromUtf16(text.length),
    slice: (start, end) => text.slice(points.toUtf16(start), points.toUtf16(end)),
  };
}

function firstDifference(before: string, after: string): string {
  let at = 0;
  while (at < before.length && before[at] === after[at]) at++;
  const piece = (text: string) => JSON.stringify(text.slice(Math.max(0, at - 8), at + 8));
  return `${piece(before)} becomes ${piece(after)}`;
}
