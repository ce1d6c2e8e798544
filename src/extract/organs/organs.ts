import { textSpan } from '../../alignment/index.ts';
import { type FoundEntity, firstEndingAfter } from '../../document/index.ts';
import type { Draft } from '../draft.ts';
import { Edges } from '../edges.ts';
import { divisionRegister } from '../places/index.ts';
import type { ExtractContext, Recognizer } from '../recognizer.ts';
import { titleEnd } from '../title-end.ts';
import type { WrittenIn } from '../writing-date.ts';
import { findOrganNames, type OrganMention } from './find-central.ts';
import { findLocalNames, type LocalMention, type LocalNames } from './find-local.ts';
import { localParts } from './local-names.ts';
import { placesAmong, type Region, RegionContext } from './local-region.ts';
import { bearerIn, isForgotten, type Organ, type OrganRegister, organRegister } from './organ.ts';
import { organWords } from './organ-words.ts';
import { organsTime } from './organs-time.ts';
import { readSharedNames } from './read-shared.ts';

/**
 * Central and local organs. Central ones are read from a register, as the body that bore the name in the text's
 * year; local ones from what their names are made of (a place, duties, an ending), as no register has them all.
 */
export const organs: Recognizer = {
  name: 'organ',
  priority: 60,
  find: (context) => {
    const { text, dictionaries } = context;
    const register = organRegister(dictionaries);
    const words = organWords(dictionaries);
    const { mentions, ofMany } = findLocals(context);
    const named = findOrganNames(
      text,
      register,
      words,
      new Edges(text, context.tokens),
      context.beginnings.of('organs'),
    ).filter(
      ({ start, end, name }) => end - start > SHORT_NAME || !isForgotten(register.bearers[name], context),
    );
    const { central, locals: localsLeft } = joined(text, withoutLocal(named, mentions), mentions);
    const shared = readSharedNames({
      text,
      organs: central,
      locals: localsLeft,
      ofMany,
      words,
      parts: localParts(dictionaries),
    });
    const written = context.year === undefined ? organsTime(text, central, register) : context;
    const entities: FoundEntity[] = [];
    for (let i = 0; i < central.length; i++) {
      const mention = central[i];
      const reading = shared.get(mention);
      if (reading === undefined) {
        const renamed = renamedOrgan(text, mention, central[i + 1], register);
        entities.push(centralEntity(mention, 0.98, register, written, renamed));
      } else if (reading.as === 'central') {
        entities.push(centralEntity(mention, reading.confidence, register, written));
      } else if (reading.as === 'local') {
        const { start, beside, confidence } = reading;
        const local: LocalMention = { ...regionOf(beside), start, end: mention.end, anchor: 'name' };
        entities.push(localEntity(text, local, confidence));
      }
    }
    for (const mention of localsLeft) entities.push(localEntity(text, mention, confidences[mention.anchor]));
    return entities;
  },
};

/** The region alone of the body before in a list. */
function regionOf(beside: LocalMention | undefined): Region {
  return {
    ...(beside?.code === undefined ? {} : { code: beside.code }),
    ...(beside?.level === undefined ? {} : { level: beside.level }),
  };
}

/** Names up to this length are ordinary words in time: 能源部, 商业部. */
const SHORT_NAME = 4;

const confidences = { place: 0.97, level: 0.9, name: 0.75 } as const;

function findLocals({
  text,
  tokens,
  sentences,
  beginnings,
  found,
  dictionaries,
}: ExtractContext): LocalNames {
  const places = placesAmong(found, text);
  const register = divisionRegister(dictionaries);
  const sentenceStart = (at: number) => {
    const sentence = firstEndingAfter(sentences, at);
    return sentence < sentences.starts.length ? sentences.starts[sentence] : 0;
  };
  return findLocalNames({
    text,
    parts: localParts(dictionaries),
    words: organWords(dictionaries),
    edges: new Edges(text, tokens),
    beginnings,
    places,
    regions: new RegionContext(places, {
      sentenceStart,
      paragraphStart: (at) => paragraphStart(text, at),
      titleEnd: titleEnd(text),
      kindOf: (code) => register.byCode(code)?.name.at(-1),
    }),
  });
}

/** How far back a place still belongs to a paragraph, in UTF-16 units. */
const PARAGRAPH = 1000;

function paragraphStart(text: string, at: number): number {
  const from = Math.max(0, at - PARAGRAPH);
  return from + text.slice(from, at).lastIndexOf('\n') + 1;
}

/** 国家统计局青海调查总队 is one body: what its name begins with is no body beside it. */
const SURVEY = /调查总?队$/u;

/** Central names and the local ones that they leave, the names of which may begin with a central one's. */
function joined(
  text: string,
  central: readonly OrganMention[],
  locals: readonly LocalMention[],
): { central: OrganMention[]; locals: LocalMention[] } {
  const left = withoutCentral(locals, central);
  const ofSurvey = left.filter(({ start, end }) => SURVEY.test(text.slice(Math.max(start, end - 4), end)));
  if (ofSurvey.length === 0) return { central: [...central], locals: left };
  const starts = new Map(central.map(({ start, end }) => [end, start]));
  const begun = new Map(
    ofSurvey.flatMap((local) => {
      const start = starts.get(local.start);
      return start === undefined ? [] : [[local, start] as const];
    }),
  );
  return {
    central: withoutOverlaps(
      central,
      [...begun].map(([{ end }, start]) => ({ start, end })),
    ),
    locals: left.map((local) => {
      const start = begun.get(local);
      return start === undefined ? local : { ...local, start };
    }),
  };
}

/** Central names less those inside the names of local bodies that a place or level marks as such. */
function withoutLocal(central: readonly OrganMention[], locals: readonly LocalMention[]): OrganMention[] {
  const marked = locals.filter(({ anchor }) => anchor !== 'name');
  return withoutOverlaps(central, marked);
}

/** Local names less those that a central name takes in: 林业局 in 国家林业局, and 发改委, which is read as it stands. */
function withoutCentral(locals: readonly LocalMention[], central: readonly OrganMention[]): LocalMention[] {
  return withoutOverlaps(locals, central);
}

/** The items that overlap none of `others`; both in text order, each without overlaps. */
function withoutOverlaps<T extends { start: number; end: number }>(
  items: readonly T[],
  others: readonly { start: number; end: number }[],
): T[] {
  let at = 0;
  return items.filter(({ start, end }) => {
    while (at < others.length && others[at].end <= start) at++;
    return at >= others.length || others[at].start >= end;
  });
}

/** 更名为, 改组为, 并入 between a body and the one that it became. */
const BECOMES = /^(?:正式|整体)?(?:(?:更名|改名|改组|改建|重组|调整|升格|改称|改)(?:为|成)|并入)[“"]?$/u;

/**
 * Of several bodies that bore a name, the one that became the body named next: 国家计委 in 国家计委更名为国家发展计划委员会,
 * though the later one is called so too.
 */
function renamedOrgan(
  text: string,
  { end, name }: OrganMention,
  next: OrganMention | undefined,
  { bearers }: OrganRegister,
): Organ | undefined {
  if (
    next === undefined ||
    bearers[name].length === 1 ||
    !BECOMES.test(text.slice(end, Math.min(next.start, end + 10)))
  )
    return undefined;
  if (next.start - end > 10) return undefined;
  const later = bearers[next.name].map(({ id }) => id);
  return bearers[name].find(({ successors }) => successors.some((id) => later.includes(id)));
}

function centralEntity(
  { start, end, name }: OrganMention,
  confidence: number,
  register: OrganRegister,
  written: WrittenIn,
  organ = bearerIn(register.bearers[name], written),
): FoundEntity {
  const entity: Draft<Found<'ministry'>> = {
    id: '',
    type: 'ministry',
    span: textSpan(start, end),
    confidence,
    rule: 'central-organ',
    ref: organ.id,
    name: organ.name,
    kind: organ.kind,
  };
  if (organ.validFrom !== undefined) entity.validFrom = organ.validFrom;
  if (organ.validTo !== undefined) entity.validTo = organ.validTo;
  if (organ.successors.length > 0) entity.successors = organ.successors;
  return entity;
}

function localEntity(
  text: string,
  { start, end, code, level, name }: LocalMention,
  confidence: number,
): FoundEntity {
  const entity: Draft<Found<'local-organ'>> = {
    id: '',
    type: 'local-organ',
    span: textSpan(start, end),
    confidence,
    rule: 'local-organ',
    name: name ?? text.slice(start, end),
  };
  if (code !== undefined) entity.region = code;
  if (level !== undefined) entity.level = level;
  return entity;
}

type Found<Type extends FoundEntity['type']> = Extract<FoundEntity, { type: Type }>;
