import type { Root } from 'nlcst';
import type { Plugin } from 'unified';
import type { VFile } from 'vfile';
import {
  type Alignment,
  type Cause,
  CodePoints,
  type ComposedEdit,
  type SourceSpan,
  type TextSpan,
  textSpan,
} from '../alignment/index.ts';
import {
  type Block,
  blocksOf,
  documentOf,
  type Entity,
  type Mention,
  type Positions,
  type Relation,
  type SpanColumns,
  type TokenColumns,
  textOf,
} from '../document/index.ts';
import type { DocumentRecord, RecordEntity, RecordRelation } from './schema.ts';

/** What a record says about the run that made it. */
export interface RecordOptions {
  /** The document's id; the source's path where left out. */
  readonly id?: string;
  /** Unit of the record's positions. */
  readonly offsets?: 'codepoint' | 'utf16';
  readonly pipeline?: DocumentRecord['pipeline'];
}

declare module 'unified' {
  interface CompileResultMap {
    DocumentRecord: DocumentRecord;
  }
}

/** Compiles a tree and its document's state to the record, schema `guiyi/1`. */
export const record: Plugin<[RecordOptions?], Root, DocumentRecord> = function (options = {}) {
  this.compiler = (tree, file) => compileRecord(tree as Root, file, options);
};

/** Half-open, in the record's unit. */
type RecordRange = [number, number];

/** True where an edit put in a surrogate: without, a text has no pairs where its source has none. */
function insertsHalves({ layers }: Alignment): boolean {
  for (const { edits } of layers) {
    for (const { insert } of edits) {
      for (let i = 0; i < insert.length; i++) if ((insert.charCodeAt(i) & 0xf800) === 0xd800) return true;
    }
  }
  return false;
}

/** Converts the positions of both texts to the record's unit. */
class Placer {
  readonly #alignment: Alignment;
  /** True where nothing was changed: then every place in the text is the same place in the source. */
  readonly #isSource: boolean;
  /** What converts the positions in each text; undefined where there is nothing to convert. */
  readonly text: CodePoints | undefined;
  readonly source: CodePoints | undefined;

  constructor(alignment: Alignment, unit: 'codepoint' | 'utf16') {
    this.#alignment = alignment;
    this.#isSource = alignment.layers.length === 0;
    const points = (text: string) => {
      const points = unit === 'utf16' ? undefined : new CodePoints(text);
      return points?.isIdentity ? undefined : points;
    };
    this.source = points(alignment.source);
    if (this.#isSource) this.text = this.source;
    else if (this.source !== undefined || insertsHalves(alignment)) this.text = points(alignment.text);
  }

  textRange({ start, end }: TextSpan): RecordRange {
    return this.text === undefined ? [start, end] : [this.text.fromUtf16(start), this.text.fromUtf16(end)];
  }

  sourceRange({ start, end }: SourceSpan): RecordRange {
    return this.source === undefined
      ? [start, end]
      : [this.source.fromUtf16(start), this.source.fromUtf16(end)];
  }

  /** Where in the source a span of the text came from. */
  rangeInSource(span: TextSpan): RecordRange {
    return this.#isSource ? this.textRange(span) : this.sourceRange(this.#alignment.toSource(span));
  }

  columns({ starts, ends }: SpanColumns) {
    const start = column(this.text, starts);
    const end = column(this.text, ends);
    if (this.#isSource) return { start, end, sourceStart: start.slice(), sourceEnd: end.slice() };
    const source = this.#alignment.toSourceColumns(starts, ends);
    return {
      start,
      end,
      sourceStart: column(this.source, source.starts),
      sourceEnd: column(this.source, source.ends),
    };
  }
}

function column(points: CodePoints | undefined, values: Uint32Array): number[] {
  if (points !== undefined) return points.column(values);
  // A loop, because Array.from walks typed arrays through their iterator, several times slower.
  const plain = new Array<number>(values.length);
  for (let i = 0; i < plain.length; i++) plain[i] = values[i];
  return plain;
}

/** Four decimals say all that a probability can, and never nothing. */
function rounded(confidence: number): number {
  return Math.max(Math.round(confidence * 10_000), 1) / 10_000;
}

function compileRecord(tree: Root, file: VFile, options: RecordOptions): DocumentRecord {
  const state = documentOf(file, () => textOf(tree));
  const { alignment } = state;
  const { text } = alignment;
  const offsetUnit = options.offsets ?? 'codepoint';
  const placer = new Placer(alignment, offsetUnit);
  return {
    schema: 'guiyi/1',
    id: options.id ?? state.source?.path ?? file.path ?? '',
    source: {
      ...(state.source ?? {
        path: file.path ?? '',
        sha256: '',
        bytes: 0,
        encoding: 'utf-16',
        mediaType: 'text/plain',
      }),
      ...compilePositions(state.layout?.positions, placer),
    },
    pipeline: options.pipeline ?? { version: '', config: '', dictionaries: '' },
    script: state.script ?? { detected: 'Undetermined', confidence: 0 },
    offsetUnit,
    sourceText: alignment.source,
    text,
    edits: alignment.composed().map((edit) => compileEdit(edit, placer)),
    blocks: blocksOf(tree).map((block) => compileBlock(block, placer)),
    sentences: state.sentences === undefined ? [] : compileSentences(placer.columns(state.sentences)),
    tokens: compileTokens(text, placer, state.tokens),
    entities: (state.entities ?? []).map((entity) => compileEntity(entity, text, placer)),
    relations: (state.relations ?? []).map((relation) => compileRelation(relation, placer)),
    messages: file.messages.map(({ severity, fatal, ruleId, reason, sourceSpan }) => ({
      severity: severity ?? (fatal === true ? 'error' : fatal === false ? 'warning' : 'info'),
      rule: ruleId ?? '',
      reason,
      ...(sourceSpan === undefined ? {} : { source: placer.sourceRange(sourceSpan) }),
    })),
  };
}

function compilePositions(
  positions: Positions | undefined,
  placer: Placer,
): Pick<DocumentRecord['source'], 'positions'> {
  if (positions === undefined) return {};
  const { unit, starts, numbers, field } = positions;
  return {
    positions: {
      unit,
      starts: starts.map((start) => placer.source?.fromUtf16(start) ?? start),
      numbers: [...numbers],
      ...(field === undefined ? {} : { field }),
    },
  };
}

function compileTokens(
  text: string,
  placer: Placer,
  tokens: TokenColumns | undefined,
): DocumentRecord['tokens'] {
  if (tokens === undefined) return { text: [], pos: [], start: [], end: [], sourceStart: [], sourceEnd: [] };
  const { starts, ends, pos, posTags } = tokens;
  const count = starts.length;
  const words = new Array<string>(count);
  const tags = new Array<string>(count);
  for (let i = 0; i < count; i++) {
    words[i] = text.slice(starts[i], ends[i]);
    tags[i] = posTags[pos[i]];
  }
  return { text: words, pos: tags, ...placer.columns(tokens) };
}

// Objects that come by the thousand are written out: copying what is left of an object is many times slower.

function compileEdit(
  { span, source, before, after, causes }: ComposedEdit,
  placer: Placer,
): DocumentRecord['edits'][number] {
  return {
    span: placer.textRange(span),
    source: placer.sourceRange(source),
    before,
    after,
    causes: causes.map(compileCause),
  };
}

function compileCause({ stage, rule, confidence, reason }: Cause): Cause {
  return reason === undefined
    ? { stage, rule, confidence: rounded(confidence) }
    : { stage, rule, confidence: rounded(confidence), reason };
}

function compileSentences({
  start,
  end,
  sourceStart,
  sourceEnd,
}: ReturnType<Placer['columns']>): DocumentRecord['sentences'] {
  const sentences: DocumentRecord['sentences'] = [];
  for (let i = 0; i < start.length; i++)
    sentences.push({ span: [start[i], end[i]], source: [sourceStart[i], sourceEnd[i]] });
  return sentences;
}

function compileBlock({ kind, level, start, end }: Block, placer: Placer): DocumentRecord['blocks'][number] {
  const place = textSpan(start, end);
  const span = placer.textRange(place);
  const source = placer.rangeInSource(place);
  return level === undefined ? { kind, span, source } : { kind, level, span, source };
}

function compileEntity(entity: Entity, text: string, placer: Placer): RecordEntity {
  const { id, type, span } = entity;
  const compiled: Record<string, unknown> = {
    id,
    type,
    text: text.slice(span.start, span.end),
    span: placer.textRange(span),
    source: placer.rangeInSource(span),
  };
  for (const key in entity) {
    if (key !== 'id' && key !== 'type' && key !== 'span') compiled[key] = entity[key as keyof Entity];
  }
  return compiled as RecordEntity;
}

function compileRelation(relation: Relation, placer: Placer): RecordRelation {
  const place = (span: TextSpan) => ({ span: placer.textRange(span), source: placer.rangeInSource(span) });
  const mention = ({ text, span }: Mention) => ({
    text,
    span: placer.textRange(span),
    source: placer.rangeInSource(span),
  });
  switch (relation.type) {
    case 'metric': {
      const { type, value, regions, organs, date } = relation;
      const subject = mention(relation.subject);
      const sentence = place(relation.sentence);
      return (
        date === undefined
          ? { type, value, regions, organs, subject, sentence }
          : { type, value, regions, organs, date, subject, sentence }
      ) as RecordRelation;
    }
    case 'project': {
      const { name, evidence, ...fields } = relation;
      return { ...fields, name: mention(name), evidence: place(evidence) } as RecordRelation;
    }
    case 'membership': {
      const { scheme, ...fields } = relation;
      return { ...fields, scheme: mention(scheme) } as RecordRelation;
    }
  }
}
