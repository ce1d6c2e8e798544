import { type Dictionaries, PrefixIndex, SuffixIndex } from '../dictionary/index.ts';
import type { Entity, SpanColumns } from '../document/index.ts';
import { PlacedEntity } from './placed-entity.ts';

/** What the finders of relations see. All positions are UTF-16 units of `text`. */
export interface RelateContext {
  readonly text: string;
  readonly sentences: readonly Sentence[];
  /** In text order, outer before inner. */
  readonly entities: readonly PlacedEntity[];
}

/** A sentence and the entities that begin in it, as a stretch of the document's list. */
export interface Sentence {
  readonly start: number;
  readonly end: number;
  /** Index of the first entity in it, and of the first after it. */
  readonly from: number;
  readonly to: number;
}

/** A document for the finders. */
export function relateContext(
  text: string,
  sentences: SpanColumns,
  entities: readonly Entity[],
): RelateContext {
  const placed = entities.map((entity) => new PlacedEntity(entity));
  return { text, sentences: sentencesOf(text, sentences, placed), entities: placed };
}

/** The sentences with their entities: one sweep over both lists. A document without sentences is one sentence. */
function sentencesOf(
  text: string,
  { starts, ends }: SpanColumns,
  entities: readonly PlacedEntity[],
): Sentence[] {
  const result: Sentence[] = [];
  let at = 0;
  const add = (start: number, end: number) => {
    while (at < entities.length && entities[at].start < start) at++;
    const from = at;
    while (at < entities.length && entities[at].start < end) at++;
    result.push({ start, end, from, to: at });
  };
  if (starts.length === 0 && entities.length > 0) add(0, text.length);
  for (let i = 0; i < starts.length; i++) add(starts[i], ends[i]);
  return result;
}

/** The words by which facts are read. */
export interface RelateLexicon {
  /** Stand between a subject and its figure and say nothing of what is measured: 达到, 约为; false for 成都, which only ends so. */
  readonly copulas: SuffixIndex<boolean>;
  /** How good a figure is, between a subject and its figure: 较高. */
  readonly judgements: SuffixIndex<true>;
  /** Lead into a clause and are no part of what is measured: 其中, 截至; false for 有效, which only begins so. */
  readonly leads: PrefixIndex<boolean>;
  /** 全国 and the like: no region before them is meant. */
  readonly wholes: PrefixIndex<true>;
  /** 全省, 我市: the region named last. */
  readonly localities: PrefixIndex<true>;
  /** 据, 根据: what follows is where a figure comes from, not what it is about. */
  readonly sources: SuffixIndex<true>;
  /** End the name of something that is measured: 率, 余额. */
  readonly measures: SuffixIndex<true>;
  readonly projects: Readonly<Record<ProjectWordKind, PrefixIndex<true>>>;
}

export type ProjectWordKind = 'lead' | 'takes-part' | 'name' | 'pilot' | 'chooses' | 'names';

const key = Symbol('relate lexicon');

export function relateLexicon(dictionaries: Dictionaries): RelateLexicon {
  return dictionaries.derived(key, () => {
    const words = (kind: string) =>
      dictionaries
        .rows('metric-words')
        .filter((row) => row.kind === kind)
        .map(({ word }) => [word, true] as const);
    const no = (kind: string) => words(kind).map(([word]) => [word, false] as const);
    const comparators = dictionaries
      .rows('comparators')
      .filter(({ position, comparator }) => position === 'before' && comparator !== 'eq')
      .map(({ word }) => [word, true] as const);
    const project = (kind: string) =>
      new PrefixIndex(
        dictionaries
          .rows('project-words')
          .filter((row) => row.kind === kind)
          .map(({ word }) => [word, true] as const),
      );
    return {
      copulas: new SuffixIndex([...words('copula'), ...comparators, ...no('no-copula')]),
      judgements: new SuffixIndex(words('judgement')),
      leads: new PrefixIndex([...words('lead'), ...no('no-lead')]),
      wholes: new PrefixIndex(words('whole')),
      localities: new PrefixIndex(words('locality')),
      sources: new SuffixIndex(words('source')),
      measures: new SuffixIndex(words('measure')),
      projects: {
        lead: project('lead'),
        'takes-part': project('takes-part'),
        name: project('name'),
        pilot: project('pilot'),
        chooses: project('chooses'),
        names: project('names'),
      },
    };
  });
}
