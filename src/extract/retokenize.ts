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
  const out = new Columns(tokens.starts.length + edges.length);
  let edge = 0;
  let name = 0;
  const put = (start: number, end: number, tag: number) => {
    while (name < names.length && names[name].span.end <= start) name++;
    const whole = names[name];
    // Inside a name that is one word: grow the token that the name began with.
    if (whole !== undefined && whole.span.start < start && out.endsAt(start, whole.span.start)) out.grow(end);
    else out.add(start, end, tag);
    const own = exact.get(out.lastStart * LONGEST + out.lastEnd - out.lastStart);
    if (own !== undefined) out.tag(own);
  };
  for (let i = 0; i < tokens.starts.length; i++) {
    let start = tokens.starts[i];
    const end = tokens.ends[i];
    const tag = tokens.pos[i];
    while (edge < edges.length && edges[edge] < start) edge++;
    if (edge === edges.length || edges[edge] > end) {
      // No edge touches this token: it lies within entities and words as it is, or far from them.
      if (isInside(names, name, start)) put(start, end, tag);
      else out.add(start, end, tag);
      continue;
    }
    for (; edge < edges.length && edges[edge] < end; edge++) {
      if (edges[edge] <= start) continue;
      put(start, edges[edge], tag);
      start = edges[edge];
    }
    put(start, end, tag);
  }
  return { ...out.columns(), posTags: tags.all };
}

/** True where a position may lie inside one of the names from `from` on. */
function isInside(names: readonly Entity[], from: number, at: number): boolean {
  for (let i = from; i < names.length && names[i].span.start < at; i++)
    if (names[i].span.end > at) return true;
  return false;
}

/** Token columns that are being filled. */
class Columns {
  readonly #starts: Uint32Array;
  readonly #ends: Uint32Array;
  readonly #pos: Uint8Array;
  #count = 0;

  constructor(capacity: number) {
    this.#starts = new Uint32Array(capacity);
    this.#ends = new Uint32Array(capacity);
    this.#pos = new Uint8Array(capacity);
  }

  get lastStart(): number {
    return this.#starts[this.#count - 1];
  }

  get lastEnd(): number {
    return this.#ends[this.#count - 1];
  }

  add(start: number, end: number, tag: number): void {
    this.#starts[this.#count] = start;
    this.#ends[this.#count] = end;
    this.#pos[this.#count++] = tag;
  }

  /** True where the last token ends at `at` and begins at `from` or after it. */
  endsAt(at: number, from: number): boolean {
    return this.#count > 0 && this.lastEnd === at && this.lastStart >= from;
  }

  grow(end: number): void {
    this.#ends[this.#count - 1] = end;
  }

  tag(tag: number): void {
    this.#pos[this.#count - 1] = tag;
  }

  columns(): { starts: Uint32Array; ends: Uint32Array; pos: Uint8Array } {
    return {
      starts: this.#starts.slice(0, this.#count),
      ends: this.#ends.slice(0, this.#count),
      pos: this.#pos.slice(0, this.#count),
    };
  }
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
