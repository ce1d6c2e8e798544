import fc from 'fast-check';
import nodejieba from 'nodejieba';
import { Alignment } from '../../src/alignment/index.ts';
import { defaultDictionaries } from '../../src/dictionary/index.ts';
import type { Entity, SpanColumns, TokenColumns } from '../../src/document/index.ts';
import { recognize } from '../../src/extract/recognize.ts';
import { writingDate } from '../../src/extract/writing-date.ts';
import { hostileText } from '../arbitraries.ts';

/** The words of a text as jieba cuts it, with their places in UTF-16 units of the text. */
export function wordsOf(text: string): TokenColumns {
  const starts: number[] = [];
  const ends: number[] = [];
  let at = 0;
  for (const word of nodejieba.cut(text, true)) {
    if (word.trim() !== '') {
      starts.push(at);
      ends.push(at + word.length);
    }
    at += word.length;
  }
  return {
    starts: Uint32Array.from(starts),
    ends: Uint32Array.from(ends),
    pos: new Uint8Array(starts.length),
    posTags: ['x'],
  };
}

/** Sentences by their marks alone. */
export function sentencesOf(text: string): SpanColumns {
  const found = [...text.matchAll(/[^。！？；\n]+[。！？；]?/g)];
  return {
    starts: Uint32Array.from(found, ({ index }) => index),
    ends: Uint32Array.from(found, (match) => match.index + match[0].length),
  };
}

/** Everything that the recognizers find in a text, settled. */
export function readEntities(text: string, year?: number): Entity[] {
  const written = year === undefined ? writingDate(text, undefined) : { year, month: undefined };
  return recognize({
    text,
    alignment: Alignment.of(text),
    tokens: wordsOf(text),
    sentences: sentencesOf(text),
    ...written,
    source: undefined,
    dictionaries: defaultDictionaries(),
  });
}

/** Entities of some types as `text=ref`, or `text?candidate|candidate` where the reading is open. */
export function shown(text: string, entities: readonly Entity[], types: readonly Entity['type'][]): string[] {
  return entities
    .filter(({ type }) => types.includes(type))
    .map((entity) => {
      const name = text.slice(entity.span.start, entity.span.end);
      if ('ref' in entity && entity.ref !== undefined) return `${name}=${entity.ref}`;
      return `${name}?${(entity.candidates ?? []).map(({ ref }) => ref).join('|')}`;
    });
}

/** Texts of the pieces given, in any order, with what no text should have between them. */
export function textsOf(...pieces: readonly string[]): fc.Arbitrary<string> {
  return fc
    .array(fc.oneof(fc.constantFrom(...pieces), hostileText(3)), { maxLength: 30 })
    .map((parts) => parts.join(''));
}
