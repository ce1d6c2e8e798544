import { HASH_BITS } from './hash.ts';

/** Low bits of a hash that say which group it is in, and low bits of an entry that repeat them. The others are the feature's row. */
const GROUP_BITS = 14;
const GROUP = (1 << GROUP_BITS) - 1;
const MOST_ROWS = 1 << (32 - GROUP_BITS);
/** The part of the table that may be full. */
const FULL = 0.9;
/** How far a group can be moved. */
const FURTHEST = 0x10000;

/**
 * Finds the rows of features by hash, each at one look into one table (hash and displace, Belazzougui et al. 2009): hashes
 * with the same low bits are a group, and each group is moved so far that all its hashes fall on free places. Most of
 * the time goes by waiting for memory, so no branch waits for what was read: the processor goes on to the next features
 * meanwhile. An entry says which group it is of, its place says the rest, so that no feature is taken for another.
 */
export class FeatureIndex {
  readonly #moves = new Uint16Array(1 << GROUP_BITS);
  readonly #table: Int32Array;
  readonly #shift: number;

  /** @throws RangeError where an entry can't hold so many rows */
  constructor(hashes: Int32Array) {
    if (hashes.length >= MOST_ROWS)
      throw new RangeError(`${hashes.length} features are more than ${MOST_ROWS - 1}`);
    const groups = groupsOf(hashes);
    let bits = 10;
    while (hashes.length > FULL * (1 << bits) || !place(groups, bits, this.#moves)) bits++;
    this.#shift = HASH_BITS - bits;
    this.#table = new Int32Array(1 << bits);
    hashes.forEach((hash, i) => {
      this.#table[this.#placeOf(hash)] = ((i + 1) << GROUP_BITS) | (hash & GROUP);
    });
  }

  #placeOf(hash: number): number {
    return ((hash >>> this.#shift) + this.#moves[hash & GROUP]) & (this.#table.length - 1);
  }

  /** One more than the place of a hash among those known; nought of one that is not. */
  rowOf(hash: number): number {
    const entry = this.#table[this.#placeOf(hash)];
    const difference = (entry ^ hash) & GROUP;
    // All ones where there is none, without a branch.
    return (entry >>> GROUP_BITS) & ((difference - 1) >> 31);
  }
}

/** The hashes by group, and where each group begins; one more at the end. */
interface Groups {
  readonly members: Int32Array;
  readonly starts: Int32Array;
  /** The groups that have members, the largest first: it is they that need room. */
  readonly order: Int32Array;
}

function groupsOf(hashes: Int32Array): Groups {
  const starts = new Int32Array(GROUP + 2);
  for (const hash of hashes) starts[(hash & GROUP) + 1]++;
  const sizes = starts.slice(1);
  const order = Int32Array.from(sizes.keys())
    .filter((group) => sizes[group] > 0)
    .sort((a, b) => sizes[b] - sizes[a] || a - b);
  for (let group = 0; group <= GROUP; group++) starts[group + 1] += starts[group];
  const next = starts.slice();
  const members = new Int32Array(hashes.length);
  for (const hash of hashes) members[next[hash & GROUP]++] = hash;
  return { members, starts, order };
}

/** Finds out how far to move each group in a table of so many bits, and writes that to `moves`. False where some group finds no room. */
function place({ members, starts, order }: Groups, bits: number, moves: Uint16Array): boolean {
  const last = (1 << bits) - 1;
  const isTaken = new Uint8Array(1 << bits);
  const placeOf = (member: number, move: number) => ((members[member] >>> (HASH_BITS - bits)) + move) & last;
  for (const group of order) {
    const [start, end] = [starts[group], starts[group + 1]];
    let move = 0;
    for (let member = start; member < end && move < FURTHEST; ) {
      if (isTaken[placeOf(member, move)] === 0) member++;
      else {
        move++;
        member = start;
      }
    }
    if (move === FURTHEST) return false;
    moves[group] = move;
    for (let member = start; member < end; member++) isTaken[placeOf(member, move)] = 1;
  }
  return true;
}
