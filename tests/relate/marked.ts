import { textSpan } from '../../src/alignment/index.ts';
import { defaultDictionaries } from '../../src/dictionary/index.ts';
import type { Entity, Relation } from '../../src/document/index.ts';
import { findFigures } from '../../src/extract/figures/index.ts';
import { findMemberships } from '../../src/relate/find-memberships.ts';
import { findMetrics } from '../../src/relate/find-metrics.ts';
import { findProjects } from '../../src/relate/find-projects.ts';
import { type RelateContext, relateContext, relateLexicon } from '../../src/relate/relate-context.ts';

const TYPES: Record<string, Entity['type']> = {
  P: 'province',
  C: 'prefecture',
  X: 'county',
  G: 'region-group',
  M: 'ministry',
  L: 'local-organ',
  D: 'date',
  J: 'programme',
};

/**
 * A text with entities marked as `{M:教育部}`, and the percentages, money and quantities that are found in it.
 *
 * Entities are given by hand, so that what is tested is the relations alone. Sentences end at 。！？ and line feeds.
 */
export function marked(written: string): RelateContext {
  let text = '';
  const entities: Omit<Entity, 'id'>[] = [];
  for (const piece of written.split(/(\{[A-Z]:[^}]*\})/)) {
    const mark = /^\{([A-Z]):([^}]*)\}$/.exec(piece);
    if (mark !== null) {
      entities.push({
        type: TYPES[mark[1]],
        span: textSpan(text.length, text.length + mark[2].length),
        confidence: 1,
        rule: 'by-hand',
      });
    }
    text += mark?.[2] ?? piece;
  }
  for (const { kind, start, end, unit } of findFigures(text)) {
    if (kind === 'number') continue;
    const figure = { type: kind, span: textSpan(start, end), confidence: 1, rule: 'by-rule', unit };
    entities.push(figure);
  }
  entities.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  const starts: number[] = [];
  const ends: number[] = [];
  for (const { 0: sentence, index } of text.matchAll(/[^。！？\n]+[。！？]?/gu)) {
    starts.push(index);
    ends.push(index + sentence.length);
  }
  const numbered = entities.map((entity, index) => ({ ...entity, id: `e${index + 1}` }) as Entity);
  const columns = { starts: Uint32Array.from(starts), ends: Uint32Array.from(ends) };
  return relateContext(text, columns, numbered);
}

/** The relations of a marked text, with entity ids read back as their text. */
export function relationsOf(written: string) {
  const context = marked(written);
  const lexicon = relateLexicon(defaultDictionaries());
  const byId = new Map(context.entities.map((entity) => [entity.id, entity]));
  const textOf = (id: string) => {
    const entity = byId.get(id);
    if (entity === undefined) throw new Error(`no entity ${id}`);
    return context.text.slice(entity.start, entity.end);
  };
  const check = (relation: Relation) => {
    const { text, span } =
      relation.type === 'metric'
        ? relation.subject
        : relation.type === 'project'
          ? relation.name
          : relation.scheme;
    if (context.text.slice(span.start, span.end) !== text)
      throw new Error('a mention must be what its span holds');
    return relation;
  };
  return {
    metrics: findMetrics(context, lexicon).map((relation) => {
      check(relation);
      const { subject, value, regions, organs, date } = relation;
      return {
        subject: subject.text,
        value: textOf(value),
        ...(regions.length > 0 ? { regions: regions.map(textOf) } : {}),
        ...(organs.length > 0 ? { organs: organs.map(textOf) } : {}),
        ...(date === undefined ? {} : { date: textOf(date) }),
      };
    }),
    projects: findProjects(context, lexicon).map((relation) => {
      check(relation);
      const { name, lead, participants } = relation;
      return { name: name.text, lead: lead.map(textOf), participants: participants.map(textOf) };
    }),
    memberships: findMemberships(context, lexicon).map((relation) => {
      check(relation);
      const { scheme, members } = relation;
      return { scheme: scheme.text, members: members.map(textOf) };
    }),
  };
}
