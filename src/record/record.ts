import type { Root } from 'nlcst';
import type { Plugin } from 'unified';
import type { VFile } from 'vfile';
import { type Alignment, CodePoints, type SourceSpan, type TextSpan, textSpan } from '../alignment/index.ts';
import {
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

/** Converts the positions of both texts to the record's unit. */
class Placer {
  readonly #alignment: Alignment;
  readonly text: CodePoints | undefined;
  readonly source: CodePoints | undefined;

  constructor(alignment: Alignment, unit: 'codepoint' | 'utf16') {
    this.#alignment = alignment;
    this.text = unit === 'utf16' ? undefined : new CodePoints(alignment.text);
    this.source = unit === 'utf16' ? undefined : new CodePoints(alignment.source);
  }

  textRange({ start, end }: TextSpan): [number, number] {
    return this.text === undefined ? [start, end] : [this.text.fromUtf16(start), this.text.fromUtf16(end)];
  }

  sourceRange({ start, end }: SourceSpan): [number, number] {
    return this.source === undefined
      ? [start, end]
      : [this.source.fromUtf16(start), this.source.fromUtf16(end)];
  }

  place(span: TextSpan): { span: [number, number]; source: [number, number] } {
    return { span: this.textRange(span), source: this.sourceRange(this.#alignment.toSource(span)) };
  }

  columns({ starts, ends }: SpanColumns) {
    const source = this.#alignment.toSourceColumns(starts, ends);
    const column = (points: CodePoints | undefined, values: Uint32Array) =>
      points === undefined ? Array.from(values) : points.column(values);
    return {
      start: column(this.text, starts),
      end: column(this.text, ends),
      sourceStart: column(this.source, source.starts),
      sourceEnd: column(this.source, source.ends),
    };
  }
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
  const none: SpanColumns = { starts: new Uint32Array(), ends: new Uint32Array() };
  const sentences = placer.columns(state.sentences ?? none);
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
    edits: alignment.composed().map(({ span, source, before, after, causes }) => ({
      span: placer.textRange(span),
      source: placer.sourceRange(source),
      before,
      after,
      causes: causes.map((cause) => ({ ...cause, confidence: rounded(cause.confidence) })),
    })),
    blocks: blocksOf(tree).map(({ start, end, ...block }) => ({
      ...block,
      ...placer.place(textSpan(start, end)),
    })),
    sentences: sentences.start.map((start, i) => ({
      span: [start, sentences.end[i]],
      source: [sentences.sourceStart[i], sentences.sourceEnd[i]],
    })),
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

function compileEntity(entity: Entity, text: string, placer: Placer): RecordEntity {
  const { id, type, span, ...fields } = entity;
  return {
    id,
    type,
    text: text.slice(span.start, span.end),
    ...placer.place(span),
    ...fields,
  } as RecordEntity;
}

function compileRelation(relation: Relation, placer: Placer): RecordRelation {
  const mention = ({ text, span }: Mention) => ({ text, ...placer.place(span) });
  switch (relation.type) {
    case 'metric': {
      // Named one by one: there is one of these a figure, and copying what is left of an object is slow.
      const { type, subject, value, regions, organs, date, sentence } = relation;
      return {
        type,
        value,
        regions,
        organs,
        ...(date === undefined ? {} : { date }),
        subject: mention(subject),
        sentence: placer.place(sentence),
      } as RecordRelation;
    }
    case 'project': {
      const { name, evidence, ...fields } = relation;
      return { ...fields, name: mention(name), evidence: placer.place(evidence) } as RecordRelation;
    }
    case 'membership': {
      const { scheme, ...fields } = relation;
      return { ...fields, scheme: mention(scheme) } as RecordRelation;
    }
  }
}
