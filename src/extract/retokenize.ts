import type { Entity, TokenColumns } from '../document/index.ts';

/** Entities whose name is one word, and the part of speech that it then has. */
const wholeNames: Readonly<Partial<Record<Entity['type'], string>>> = {
  ministry: 'nt',
  province: 'ns',
  prefecture: 'ns',
  county: 'ns',
};

/** The part of speech of a token that is just what an entity covers. */
const tagOf: Readonly<Partial<Record<Entity['type'], string>>> = {
  ...wholeNames,
  'local-organ': 'nt',
  organisation: 'nt',
  'region-group': 'ns',
  percentage: 'm',
  fraction: 'm',
  multiple: 'm',
};

/** Entities of this length or more are no single token. */
const LONGEST = 4096;

/**
 * Fits tokens to entities: no token crosses an entity's edge, and the names of central organs and of places are one
 * token each. A part cut off keeps the part of speech of the token that it came from.
 *
 * The tokens must be ascending and disjoint; what they cover stays covered, and nothing else comes to be.
 *
 * @param entities as `settle` gives them: in text order, nested or disjoint
 */
export function retokenize(tokens: TokenColumns, entities: readonly Entity[]): TokenColumns {
  if (entities.length === 0 || tokens.starts.length === 0) return tokens;
  const edges = edgesOf(entities);
  // A name that holds another entity can't be one token.
  const names = entities.filter(
    ({ type, span }, i) =>
      wholeNames[type] !== undefined && !(i + 1 < entities.length && entities[i + 1].span.start < span.end),
  );
  const tags = new TagList(tokens.posTags);
  const exact = new Map<number, number>();
  for (const { type, span } of entities) {
    const tag = tagOf[type];
    if (tag !== undefined)
      exact.set(span.start * LONGEST + Math.min(span.end - span.start, LONGEST - 1), tags.indexOf(tag));
  }
  const starts: number[] = [];
  const ends: number[] = [];
  const pos: number[] = [];
  let edge = 0;
  let name = 0;
  const put = (start: number, end: number, tag: number) => {
    while (name < names.length && names[name].span.end <= start) name++;
    const whole = names[name];
    const last = ends.length - 1;
    if (
      whole !== undefined &&
      whole.span.start < start &&
      whole.span.start <= starts[last] &&
      ends[last] === start
    ) {
      // Inside a name that is one word: grow the token that the name began with.
      ends[last] = end;
    } else {
      starts.push(start);
      ends.push(end);
      pos.push(tag);
    }
    const at = ends.length - 1;
    const own = exact.get(starts[at] * LONGEST + ends[at] - starts[at]);
    if (own !== undefined) pos[at] = own;
  };
  for (let i = 0; i < tokens.starts.length; i++) {
    let start = tokens.starts[i];
    const end = tokens.ends[i];
    for (; edge < edges.length && edges[edge] < end; edge++) {
      if (edges[edge] <= start) continue;
      put(start, edges[edge], tokens.pos[i]);
      start = edges[edge];
    }
    put(start, end, tokens.pos[i]);
  }
  return {
    starts: Uint32Array.from(starts),
    ends: Uint32Array.from(ends),
    pos: Uint8Array.from(pos),
    posTags: tags.all,
  };
}

/** Where entities begin and end, ascending. */
function edgesOf(entities: readonly Entity[]): Uint32Array {
  const edges = new Uint32Array(entities.length * 2);
  entities.forEach(({ span }, i) => {
    edges[i * 2] = span.start;
    edges[i * 2 + 1] = span.end;
  });
  return edges.sort();
}

/** Part-of-speech tags by number; new ones get the next. */
class TagList {
  readonly all: string[];

  constructor(tags: readonly string[]) {
    this.all = [...tags];
  }

  indexOf(tag: string): number {
    const at = this.all.indexOf(tag);
    return at === -1 ? this.all.push(tag) - 1 : at;
  }
}
