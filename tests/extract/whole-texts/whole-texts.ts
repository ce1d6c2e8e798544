import { readdirSync, readFileSync } from 'node:fs';
import { type DocumentRecord, normalize } from '../../../src/index.ts';

/** One labelled name or figure: UTF-16 range of the source text, type, and what it must be read as. */
export interface Label {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  /** A code, an organ's id, `region,level` of a local organ, or `value comparator unit` of a figure; empty where none is asked for. */
  readonly ref: string;
}

/** A text of our own as it arrives, the labels in it, and the facts that a reader finds, one a line. */
export interface WholeText {
  readonly name: string;
  readonly text: string;
  readonly labels: readonly Label[];
  /** `figure of subject` or `figure of subject in place、place`. */
  readonly metrics: readonly { figure: string; subject: string; regions: readonly string[] }[];
  /** `leads A` and `A with B` for each pair. */
  readonly pairs: readonly string[];
  /** `scheme has place` for each. */
  readonly members: readonly { scheme: string; place: string }[];
}

const TYPES: Readonly<Record<string, string>> = {
  p: 'province',
  c: 'prefecture',
  x: 'county',
  g: 'region-group',
  m: 'ministry',
  l: 'local-organ',
  f: 'percentage',
  y: 'money',
  r: 'ratio',
};

/** The texts of one set. */
export function wholeTexts(
  set: 'first' | 'last' | 'fresh' | 'blind' | 'autumn' | 'winter' | 'spring',
): WholeText[] {
  const folder = new URL(`./${set}/`, import.meta.url);
  return readdirSync(folder)
    .sort()
    .map((file) => readWhole(file.replace('.txt', ''), readFileSync(new URL(file, folder), 'utf8')));
}

function readWhole(name: string, written: string): WholeText {
  const [marked, facts = ''] = written.split('\n----\n');
  const lines = facts.split('\n').filter((line) => line !== '');
  const after = (kind: string) =>
    lines.filter((line) => line.startsWith(`${kind} `)).map((line) => line.slice(kind.length + 1));
  const list = (names: string | undefined) => (names ?? '').split('、').filter((one) => one !== '');
  return {
    name,
    ...readLabels(marked),
    metrics: after('metric').map((line) => {
      const [figure, rest] = line.split(' of ');
      const [subject, regions] = rest.split(' in ');
      return { figure, subject, regions: list(regions) };
    }),
    pairs: after('lead').flatMap((line) => {
      const [lead, participants] = line.split(' with ');
      return pairsOf(list(lead), list(participants));
    }),
    members: after('members').flatMap((line) => {
      const [scheme, places] = line.split(' = ');
      return list(places).map((place) => ({ scheme, place }));
    }),
  };
}

function pairsOf(lead: readonly string[], participants: readonly string[]): string[] {
  return [
    ...lead.map((organ) => `leads ${organ}`),
    ...participants.map((organ) => `${lead.join('、')} with ${organ}`),
  ];
}

function readLabels(marked: string): { text: string; labels: Label[] } {
  const labels: Label[] = [];
  const open: { type: string; ref: string; start: number }[] = [];
  let text = '';
  for (let at = 0; at < marked.length; at++) {
    const head = marked[at] === '{' ? /^\{([a-z]):([^|}]*)\|/.exec(marked.slice(at, at + 60)) : null;
    if (head !== null) {
      open.push({ type: TYPES[head[1]], ref: head[2], start: text.length });
      at += head[0].length - 1;
    } else if (marked[at] === '}') {
      const label = open.pop();
      if (label === undefined) throw new RangeError(`'}' without a label before it at ${at}`);
      labels.push({ ...label, end: text.length });
    } else text += marked[at];
  }
  if (open.length > 0) throw new RangeError(`a label is never closed: ${open[0].ref}`);
  return { text, labels };
}

/** What the whole pipeline finds in a text, in the shape of its labels; names are those of the source. */
export function readByPipeline({ text }: WholeText) {
  const record = normalize(text, { offsets: 'utf16' });
  const { entities, relations } = record;
  const byId = new Map(entities.map((entity) => [entity.id, entity]));
  const named = (id: string) => byId.get(id)?.text ?? '';
  return {
    labels: entities.map(labelOf),
    metrics: relations.flatMap((relation) =>
      relation.type === 'metric'
        ? [
            {
              figure: named(relation.value),
              subject: relation.subject.text,
              regions: relation.regions.map(named),
            },
          ]
        : [],
    ),
    pairs: relations.flatMap((relation) =>
      relation.type === 'project' ? pairsOf(relation.lead.map(named), relation.participants.map(named)) : [],
    ),
    members: relations.flatMap((relation) =>
      relation.type === 'membership'
        ? relation.members.map((id) => ({ scheme: relation.scheme.text, place: named(id) }))
        : [],
    ),
  };
}

function labelOf(entity: DocumentRecord['entities'][number]): Label {
  const [start, end] = entity.source;
  const type = entity.type === 'fraction' || entity.type === 'multiple' ? 'ratio' : entity.type;
  return { type, start, end, ref: refOf(entity) };
}

function refOf(entity: DocumentRecord['entities'][number]): string {
  switch (entity.type) {
    case 'local-organ':
      return `${entity.region ?? ''},${entity.level ?? ''}`;
    case 'percentage':
    case 'money': {
      const value = entity.value === undefined ? `${entity.low}..${entity.high}` : entity.value;
      return `${value} ${entity.comparator} ${entity.unit}`;
    }
    case 'province':
    case 'prefecture':
    case 'county':
    case 'ministry':
      return entity.ref ?? '';
    default:
      return '';
  }
}
