import { type Dictionaries, type Row, SuffixIndex, unitTable } from '../../dictionary/index.ts';
import { NameTrie } from '../name-trie.ts';
import type { OrganWords } from './organ-words.ts';

/** Levels of local bodies; townships have no codes in the register. */
export type LocalLevel = 'province' | 'prefecture' | 'county' | 'township';

/** A local body whose name says neither level nor duty. */
export interface NamedBody {
  readonly name: string;
  readonly code: string;
  readonly level: LocalLevel;
}

/** What local bodies' names are made of, ready for matching. */
export interface LocalParts {
  /** Everything that a local name outside a place can begin with: what is not here is passed over. */
  readonly beginnings: readonly string[];
  readonly duty: NameTrie;
  readonly joiner: NameTrie;
  readonly ending: NameTrie;
  readonly alone: NameTrie;
  readonly head: NameTrie;
  readonly body: NameTrie;
  readonly office: NameTrie;
  /** Names that central bodies bear too: after a place they are local (安徽省|食安办). */
  readonly shared: NameTrie;
  /** Words for a level (省), and what level each is for; none for 市 and 区, which are of several. */
  readonly levels: ReadonlyMap<string, LocalLevel | undefined>;
  readonly levelWords: NameTrie;
  /** By UTF-16 unit, 1 for the last characters of the endings that stand alone. */
  readonly lastOfAlone: Uint8Array;
  /** Bodies with names of their own, by number of the trie: 新疆生产建设兵团. */
  readonly named: NameTrie;
  readonly namedBodies: readonly NamedBody[];
  /** Words for a level that are a named body's own: 兵团 in 兵团教育局. */
  readonly corps: ReadonlyMap<string, { readonly code: string; readonly level: LocalLevel }>;
  readonly own: ReadonlySet<string>;
  /** Zones that are called by a place: 新区. */
  readonly zone: NameTrie;
  /** Whose committees are called by their place: 共青团 in 共青团浙江省委. */
  readonly party: SuffixIndex<true>;
  /** The same, for those after their place: 团 in 广东团省委. */
  readonly partyAfter: NameTrie;
  readonly many: ReadonlySet<string>;
}

const key = Symbol('local-organ-parts');

/** The parts of a run, sorted once. */
export function localParts(dictionaries: Dictionaries): LocalParts {
  return dictionaries.derived(key, (from) => {
    const byUse = new Map<string, Row<'local-organ-parts'>[]>();
    for (const row of from.rows('local-organ-parts')) {
      const known = byUse.get(row.use);
      if (known === undefined) byUse.set(row.use, [row]);
      else known.push(row);
    }
    const words = (use: string) => (byUse.get(use) ?? []).map(({ part }) => part);
    const trie = (use: string) => new NameTrie(words(use));
    const named = from.rows('named-local-organs').flatMap(({ name, aliases, region, level }) =>
      [name, ...aliases.split('|')].map((alias) => ({
        alias,
        body: { name, code: region, level: level as LocalLevel },
      })),
    );
    return {
      beginnings: [
        ...['duty', 'head'].flatMap(words),
        ...levelBeginnings(words('level'), ['body', 'head', 'duty'].flatMap(words)),
        ...named.map(({ alias }) => alias),
      ],
      named: new NameTrie(named.map(({ alias }) => alias)),
      namedBodies: named.map(({ body }) => body),
      duty: trie('duty'),
      joiner: trie('joiner'),
      ending: trie('ending'),
      alone: trie('alone'),
      lastOfAlone: unitTable(words('alone').map((word) => word[word.length - 1])),
      levelWords: trie('level'),
      head: trie('head'),
      body: trie('body'),
      office: trie('office'),
      shared: new NameTrie(from.rows('shared-organ-names').map(({ name }) => name)),
      levels: new Map(
        (byUse.get('level') ?? []).map(({ part, level }) => [
          part,
          level === '' ? undefined : (level as LocalLevel),
        ]),
      ),
      corps: new Map(
        words('level').flatMap((word) => {
          const bearer = named.find(({ body }) => word.length > 1 && body.name.endsWith(word));
          return bearer === undefined
            ? []
            : [[word, { code: bearer.body.code, level: bearer.body.level }] as const];
        }),
      ),
      own: new Set(words('own')),
      zone: trie('zone'),
      partyAfter: trie('party'),
      party: new SuffixIndex(words('party').map((word) => [word, true] as const)),
      many: new Set(words('many')),
    };
  });
}

/** The words for a level; one of a single character (省) counts only with what a body's name goes on with. */
function levelBeginnings(levels: readonly string[], parts: readonly string[]): string[] {
  const firsts = new Set(parts.map((part) => part[0]));
  firsts.add(SESSION);
  return levels.flatMap((word) => (word.length > 1 ? [word] : [...firsts].map((first) => word + first)));
}

/** Begins the number of a congress: 市|第十三届人民代表大会. */
const SESSION = '第';

/** How far the ending of a name can be from its beginning. */
const LONGEST_DUTIES = 24;

/** Beyond every position, and a small integer. */
const BEYOND = 0x3fff_ffff;

/** How many duties one name can list: 住房和城乡建设, 市场监督管理. */
const DUTIES = 8;

/** Reads the names of local bodies at a place in a text. Positions are UTF-16 units of the text. */
export class LocalNameReader {
  readonly #text: string;
  readonly #parts: LocalParts;
  readonly #words: OrganWords;
  readonly #endings: Uint32Array;
  #nextEnding = 0;

  /** @param endings where the characters stand that can end a name alone; UTF-16 units of the text, ascending */
  constructor(text: string, parts: LocalParts, words: OrganWords, endings: Uint32Array) {
    this.#text = text;
    this.#parts = parts;
    this.#words = words;
    this.#endings = endings;
  }

  /**
   * The end of the name that stands at `at` after a place or a level (省|财政厅, 市|委组织部), or -1.
   * A body may be followed by an office of it or by a department with duties of its own.
   */
  endAfterRegion(at: number): number {
    const body = this.#wholeEnd(this.#parts.body, this.#afterSession(at));
    if (body !== -1) return Math.max(body, this.#endOfPart(body));
    const { head, shared, ending } = this.#parts;
    return Math.max(this.#wholeEnd(head, at), this.#wholeEnd(shared, at), this.#dutiesEnd(at, ending));
  }

  /** False only where no name can stand at `at` with no place before it: most words for duties have no ending near. */
  mayStandAlone(at: number): boolean {
    return this.#nextAloneFrom(at) - at <= LONGEST_DUTIES || this.#parts.head.mayBeginAt(this.#text, at);
  }

  /** The end of the name that stands at `at` with no place before it (经信委, 财政厅, 教育局), or -1. */
  endAlone(at: number): number {
    const { head, duty, alone } = this.#parts;
    const text = this.#text;
    const headEnd = head.mayBeginAt(text, at) ? this.#wholeEnd(head, at) : -1;
    if (!duty.mayBeginAt(text, at) || this.#nextAloneFrom(at) - at > LONGEST_DUTIES) return headEnd;
    return Math.max(headEnd, this.#dutiesEnd(at, alone));
  }

  /** Where the next character stands that can end a name alone; most duties in a text have none near. */
  #nextAloneFrom(at: number): number {
    const endings = this.#endings;
    while (this.#nextEnding < endings.length && endings[this.#nextEnding] < at) this.#nextEnding++;
    return this.#nextEnding < endings.length ? endings[this.#nextEnding] : BEYOND;
  }

  /** A part of the body that ends at `at`: 办公厅 of 省政府, 组织部 of 市委; -1 where none follows. */
  #endOfPart(at: number): number {
    return Math.max(this.#wholeEnd(this.#parts.office, at), this.#dutiesEnd(at, this.#parts.ending));
  }

  /** Beyond 第十三届 before 人民代表大会. */
  #afterSession(at: number): number {
    if (this.#text[at] !== SESSION) return at;
    // No further than is looked: to the end of the text it would be far.
    const session = this.#text.slice(at, at + 6).indexOf('届');
    return session === -1 ? at : at + session + 1;
  }

  /** The end of the longest name of a set at `at` that the next characters don't make another word of. */
  #wholeEnd(trie: NameTrie, at: number): number {
    for (let i = trie.walk(this.#text, at) - 1; i >= 0; i--) {
      const end = trie.ends[i];
      if (this.#standsUntil(end)) return end;
    }
    return -1;
  }

  /** The end of duties with one of `endings` after them; the longest. Every place is looked at once. */
  #dutiesEnd(at: number, endings: NameTrie): number {
    const { duty, joiner } = this.#parts;
    let best = -1;
    const reached = [at];
    for (let i = 0; i < reached.length && reached.length < DUTIES * 3; i++) {
      const from = i === 0 ? at : Math.max(reached[i], joiner.longestEnd(this.#text, reached[i]));
      for (let k = duty.walk(this.#text, from) - 1; k >= 0; k--) {
        const end = duty.ends[k];
        if (!reached.includes(end)) reached.push(end);
      }
    }
    for (let i = 1; i < reached.length; i++) best = Math.max(best, this.#wholeEnd(endings, reached[i]));
    return best;
  }

  #standsUntil(end: number): boolean {
    const { ending, kept, generic } = this.#words;
    const text = this.#text;
    if (generic.longestEnd(text, end) !== -1) return false;
    return ending.longestEnd(text, end - 1) === -1 || kept.longestEnd(text, end - 1) !== -1;
  }
}
