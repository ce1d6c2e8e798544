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

/**
 * Fits tokens to entities: no token crosses an entity's edge, and the names of central organs and of places are one
 * token each. A part cut off keeps the part of speech of the token that it came from.
 *
 * The tokens must be ascending and disjoint; what they cover stays covered, and nothing else comes to be.
 *
 * @param entities as `settle` gives them: in text order, nested or disjoint
 */
export function retokenize(tokens: TokenColumns, entities: readonly Entity[]): TokenColumns {
  const { starts, ends, pos } = tokens;
  if (entities.length === 0 || starts.length === 0) return tokens;
  const fitted = new FittedTokens(tokens, entities);
  const edges = edgesOf(entities);
  let edge = 0;
  for (let i = 0; i < starts.length; i++) {
    let start = starts[i];
    const end = ends[i];
    for (;;) {
      while (edges[edge] <= start) edge++;
      if (edges[edge] >= end) break;
      fitted.add(start, edges[edge], pos[i]);
      start = edges[edge];
    }
    fitted.add(start, end, pos[i]);
  }
  return fitted.columns();
}

/** Beyond every position: ends the columns that are walked by cursors. */
const BEYOND = 0xffff_ffff;

/** Where entities begin and end, ascending, and {@link BEYOND}. */
function edgesOf(entities: readonly Entity[]): Uint32Array {
  const edges = new Uint32Array(entities.length * 2 + 1).fill(BEYOND);
  entities.forEach(({ span }, i) => {
    edges[i * 2] = span.start;
    edges[i * 2 + 1] = span.end;
  });
  return edges.sort();
}

/** The tokens that come to be, in columns that are being filled. */
class FittedTokens {
  readonly #posTags: string[];
  readonly #starts: Uint32Array;
  readonly #ends: Uint32Array;
  readonly #pos: Uint8Array;
  #count = 0;
  /** Where entities begin and end, {@link BEYOND} after the last; what a token that covers one is tagged, or -1. */
  readonly #entityStarts: Uint32Array;
  readonly #entityEnds: Uint32Array;
  readonly #entityTags: Int16Array;
  /** The first entity that begins where the last token does or after it. */
  #entity = 0;
  /** Of the names that are one word: where they begin and end. A name that holds another entity can't be one. */
  readonly #nameStarts: Uint32Array;
  readonly #nameEnds: Uint32Array;
  /** The first name that ends after the last token's beginning. */
  #name = 0;

  constructor({ starts, posTags }: TokenColumns, entities: readonly Entity[]) {
    const { length } = entities;
    const capacity = starts.length + length * 2;
    this.#posTags = [...posTags];
    this.#starts = new Uint32Array(capacity);
    this.#ends = new Uint32Array(capacity);
    this.#pos = new Uint8Array(capacity);
    this.#entityStarts = new Uint32Array(length + 1).fill(BEYOND);
    this.#entityEnds = new Uint32Array(length);
    this.#entityTags = new Int16Array(length);
    this.#nameStarts = new Uint32Array(length + 1).fill(BEYOND);
    this.#nameEnds = new Uint32Array(length + 1).fill(BEYOND);
    let names = 0;
    for (let i = 0; i < length; i++) {
      const { type, span } = entities[i];
      this.#entityStarts[i] = span.start;
      this.#entityEnds[i] = span.end;
      this.#entityTags[i] = this.#numberOf(tagOf[type]);
      const holds = i + 1 < length && entities[i + 1].span.start < span.end;
      if (holds || wholeNames[type] === undefined) continue;
      this.#nameStarts[names] = span.start;
      this.#nameEnds[names++] = span.end;
    }
  }

  /** Adds a token, or lets the last one grow where both are parts of a name that is one word. */
  add(start: number, end: number, tag: number): void {
    while (this.#nameEnds[this.#name] <= start) this.#name++;
    const nameStart = this.#nameStarts[this.#name];
    const last = this.#count - 1;
    if (nameStart < start && last >= 0 && this.#ends[last] === start && this.#starts[last] >= nameStart) {
      this.#ends[last] = end;
    } else {
      this.#starts[this.#count] = start;
      this.#ends[this.#count] = end;
      this.#pos[this.#count++] = tag;
    }
    this.#tagLast();
  }

  /** Gives the last token the tag of the entity that it covers. */
  #tagLast(): void {
    const last = this.#count - 1;
    const start = this.#starts[last];
    while (this.#entityStarts[this.#entity] < start) this.#entity++;
    for (let i = this.#entity; this.#entityStarts[i] === start; i++) {
      if (this.#entityEnds[i] === this.#ends[last] && this.#entityTags[i] !== -1)
        this.#pos[last] = this.#entityTags[i];
    }
  }

  columns(): TokenColumns {
    return {
      starts: this.#starts.subarray(0, this.#count),
      ends: this.#ends.subarray(0, this.#count),
      pos: this.#pos.subarray(0, this.#count),
      posTags: this.#posTags,
    };
  }

  /** A tag's number; a new one gets the next. */
  #numberOf(tag: string | undefined): number {
    if (tag === undefined) return -1;
    const at = this.#posTags.indexOf(tag);
    return at === -1 ? this.#posTags.push(tag) - 1 : at;
  }
}
