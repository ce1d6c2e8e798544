import type { Entity, TokenColumns } from '../document/index.ts';

/** The part of speech of a token that is just what an entity covers. */
function tagOf(type: Entity['type']): string | undefined {
  switch (type) {
    case 'ministry':
    case 'local-organ':
    case 'organisation':
      return 'nt';
    case 'province':
    case 'prefecture':
    case 'county':
    case 'region-group':
      return 'ns';
    case 'percentage':
    case 'fraction':
    case 'multiple':
      return 'm';
    default:
      return undefined;
  }
}

/** True for entities whose name is one word. */
function isWhole(type: Entity['type']): boolean {
  return type === 'ministry' || type === 'province' || type === 'prefecture' || type === 'county';
}

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
    if (fitted.isOutside(start, end)) {
      fitted.append(start, end, pos[i]);
      continue;
    }
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

/** Beyond every position, and small enough for a list of small integers: ends the lists that are walked by cursors. */
const BEYOND = 0x3fff_ffff;

/** Where entities begin and end, ascending, and {@link BEYOND}: as they nest, those that are open end innermost first. */
function edgesOf(entities: readonly Entity[]): number[] {
  const edges: number[] = [];
  const open: number[] = [];
  for (const { span } of entities) {
    const { start, end } = span;
    while (open.length > 0 && open[open.length - 1] <= start) edges.push(open.pop()!);
    edges.push(start);
    open.push(end);
  }
  while (open.length > 0) edges.push(open.pop()!);
  edges.push(BEYOND);
  return edges;
}

/** The tokens that come to be, in columns that are being filled. */
class FittedTokens {
  readonly #posTags: string[];
  readonly #starts: Uint32Array;
  readonly #ends: Uint32Array;
  readonly #pos: Uint8Array;
  #count = 0;
  /** Where entities begin and end, {@link BEYOND} after the last; what a token that covers one is tagged, or -1. */
  readonly #entityStarts: number[] = [];
  readonly #entityEnds: number[] = [];
  readonly #entityTags: number[] = [];
  /** The first entity that begins after all tokens so far, and where those before it end. */
  #begun = 0;
  #covered = 0;
  /** The first entity that begins where the last token does or after it. */
  #entity = 0;
  /** Of the names that are one word: where they begin and end. A name that holds another entity can't be one. */
  readonly #nameStarts: number[] = [];
  readonly #nameEnds: number[] = [];
  /** The first name that ends after the last token's beginning. */
  #name = 0;

  constructor({ starts, posTags }: TokenColumns, entities: readonly Entity[]) {
    const capacity = starts.length + entities.length * 2;
    this.#posTags = [...posTags];
    this.#starts = new Uint32Array(capacity);
    this.#ends = new Uint32Array(capacity);
    this.#pos = new Uint8Array(capacity);
    /** Where the entity before ends if it is a name; else 0. A name is taken back if the next entity lies in it. */
    let nameEnd = 0;
    for (const { type, span } of entities) {
      const { start, end } = span;
      if (start < nameEnd) {
        this.#nameStarts.pop();
        this.#nameEnds.pop();
      }
      this.#entityStarts.push(start);
      this.#entityEnds.push(end);
      this.#entityTags.push(this.#numberOf(tagOf(type)));
      nameEnd = isWhole(type) ? end : 0;
      if (nameEnd === 0) continue;
      this.#nameStarts.push(start);
      this.#nameEnds.push(end);
    }
    this.#entityStarts.push(BEYOND);
    this.#nameStarts.push(BEYOND);
    this.#nameEnds.push(BEYOND);
  }

  /** Adds a token, or lets the last one grow where both are parts of a name that is one word. */
  add(start: number, end: number, tag: number): void {
    while (this.#nameEnds[this.#name] <= start) this.#name++;
    const nameStart = this.#nameStarts[this.#name];
    const last = this.#count - 1;
    if (nameStart < start && last >= 0 && this.#ends[last] === start && this.#starts[last] >= nameStart) {
      this.#ends[last] = end;
    } else this.append(start, end, tag);
    this.#tagLast();
  }

  /** Adds a token as it is. */
  append(start: number, end: number, tag: number): void {
    this.#starts[this.#count] = start;
    this.#ends[this.#count] = end;
    this.#pos[this.#count++] = tag;
  }

  /** True for a token that lies in no entity and holds none, as most do. Ask in text order. */
  isOutside(start: number, end: number): boolean {
    const starts = this.#entityStarts;
    for (; starts[this.#begun] < end; this.#begun++)
      this.#covered = Math.max(this.#covered, this.#entityEnds[this.#begun]);
    return start >= this.#covered;
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
