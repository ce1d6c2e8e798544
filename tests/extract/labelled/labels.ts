import type { Entity } from '../../../src/document/index.ts';

/** One labelled name: UTF-16 range of the text, type, and the reference that it must get. */
export interface Label {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  /** A code, an organ's id, or `region,level` of a local organ; empty where none is asked for. */
  readonly ref: string;
}

const types: Readonly<Record<string, string>> = {
  p: 'province',
  c: 'prefecture',
  x: 'county',
  g: 'region-group',
  m: 'ministry',
  l: 'local-organ',
};

/** Reads a labelled text: `{p:110000|北京市}` labels what stands after the bar; labels nest. */
export function readLabels(marked: string): { text: string; labels: Label[] } {
  const labels: Label[] = [];
  const open: { type: string; ref: string; start: number }[] = [];
  let text = '';
  for (let at = 0; at < marked.length; at++) {
    const head = marked[at] === '{' ? /^\{([a-z]):([^|]*)\|/.exec(marked.slice(at, at + 60)) : null;
    if (head !== null) {
      open.push({ type: types[head[1]], ref: head[2], start: text.length });
      at += head[0].length - 1;
    } else if (marked[at] === '}') {
      const label = open.pop();
      if (label === undefined) throw new RangeError(`'}' without a label before it at ${at}`);
      labels.push({ ...label, end: text.length });
    } else text += marked[at];
  }
  return { text, labels };
}

/** An entity as a label, to compare the two. */
export function labelOf(entity: Entity): Label {
  const { type, span } = entity;
  const ref =
    entity.type === 'local-organ'
      ? `${entity.region ?? ''},${entity.level ?? ''}`
      : 'ref' in entity
        ? (entity.ref ?? '')
        : '';
  return { type, start: span.start, end: span.end, ref };
}

/** Counts of labels found with the right reference, of labels, and of entities. */
export interface Score {
  right: number;
  labelled: number;
  found: number;
}

export const f1 = ({ right, labelled, found }: Score): number => (2 * right) / (labelled + found || 1);

/** The labels of a type that were missed, and the entities that no label asks for: what to look at. */
export function compare(labels: readonly Label[], entities: readonly Label[], text: string) {
  const keyOf = ({ type, start, end, ref }: Label) => `${type} ${start} ${end} ${ref}`;
  const wanted = new Set(labels.map(keyOf));
  const got = new Set(entities.map(keyOf));
  const show = ({ type, start, end, ref }: Label) => `${type} ${text.slice(start, end)}=${ref}`;
  return {
    right: labels.filter((label) => got.has(keyOf(label))).length,
    missed: labels.filter((label) => !got.has(keyOf(label))).map(show),
    extra: entities.filter((entity) => !wanted.has(keyOf(entity))).map(show),
  };
}
