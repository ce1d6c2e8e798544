import type { FoundEntity } from '../../document/index.ts';
import type { Draft } from '../draft.ts';
import { isDivision } from '../places/index.ts';
import type { LocalLevel } from './local-names.ts';

/** A place in the text that local bodies can belong to. UTF-16 units of the text. */
export interface Place {
  readonly start: number;
  readonly end: number;
  readonly level: 'province' | 'prefecture' | 'county';
  /** Absent where it is not known which of several namesakes is meant. */
  readonly code?: string;
  readonly province?: string;
  /** The last character of the full name: 市, 县. */
  readonly kind: string;
  /** True where the text gives the full name. */
  readonly full: boolean;
}

/** The divisions among what was found, in text order. */
export function placesAmong(found: readonly FoundEntity[], text: string): Place[] {
  const places: Place[] = [];
  for (const entity of found) {
    if (!isDivision(entity)) continue;
    const { start, end } = entity.span;
    if (entity.type === 'province' && entity.form === 'abbreviation') continue;
    const kind = entity.name[entity.name.length - 1];
    const province = entity.type === 'province' ? entity.ref : entity.province;
    const full = text[end - 1] === kind && end - start > 2;
    const place: Draft<Place> = { start, end, level: entity.type, kind, full };
    if (entity.ref !== undefined) place.code = entity.ref;
    if (province !== undefined) place.province = province;
    places.push(place);
  }
  return places;
}

/** The region and level of a local body. */
export interface Region {
  readonly code?: string;
  readonly level?: LocalLevel;
}

/** The places of one kind that were named so far: the last, and the one named most. */
interface Tally {
  last: Place;
  most: Place;
  readonly counts: Map<string, number>;
}

/**
 * Says whose 省, 市 or 县 a text means: the one named last in the sentence, else the one named most so far.
 *
 * 市 can be a municipality, a prefecture or a county; the place tells. Ask in text order.
 */
export class RegionContext {
  readonly #places: readonly Place[];
  readonly #sentenceStart: (at: number) => number;
  readonly #kindOf: (code: string) => string | undefined;
  readonly #tallies = new Map<string, Tally>();
  /** The provinces named so far, each with the last character of its full name. */
  readonly #provinces = new Map<string, string>();
  #counted = 0;
  /** Per kind, the only place of the text; `null` where there are several. Made when first asked for. */
  #only: Map<string, Place | null> | undefined;

  /**
   * @param sentenceStart where the sentence begins that holds a position
   * @param kindOf the last character of a province's full name, by its code
   */
  constructor(
    places: readonly Place[],
    sentenceStart: (at: number) => number,
    kindOf: (code: string) => string | undefined,
  ) {
    this.#places = places;
    this.#sentenceStart = sentenceStart;
    this.#kindOf = kindOf;
  }

  /** @param word the word for the level; `at` is where it stands, UTF-16 units of the text, not before the last asked */
  regionFor(word: string, level: LocalLevel | undefined, at: number): Region {
    this.#countUntil(at);
    const tally = this.#tallies.get(kindOfWord(word));
    if (tally !== undefined && level !== 'township') {
      const { code, level: placeLevel } =
        tally.last.start >= this.#sentenceStart(at) ? tally.last : tally.most;
      return { code: code!, level: placeLevel };
    }
    if (level === 'province' && this.#provinces.size === 1) {
      // 自治区 is not said of a province, nor 省 of a region.
      const [[code, kind]] = this.#provinces;
      if (kind === word[word.length - 1]) return { code, level };
    }
    // 省委 before the text names its province.
    const only = level === 'township' ? undefined : this.#onlyOf(kindOfWord(word));
    if (only !== undefined) return { code: only.code!, level: only.level };
    return { level: level ?? (word === '市' ? 'prefecture' : 'county') };
  }

  /** The last character of a province's full name. */
  kindOf(code: string): string | undefined {
    return this.#kindOf(code);
  }

  /** The one place of a kind that the whole text names; `undefined` where it names none or several. */
  #onlyOf(kind: string): Place | undefined {
    if (this.#only === undefined) {
      this.#only = new Map();
      for (const place of this.#places) {
        if (place.code === undefined) continue;
        const own = kindOfPlace(place);
        const known = this.#only.get(own);
        if (known === undefined) this.#only.set(own, place);
        else if (known !== null && known.code !== place.code) this.#only.set(own, null);
      }
    }
    return this.#only.get(kind) ?? undefined;
  }

  #countUntil(at: number): void {
    for (; this.#counted < this.#places.length && this.#places[this.#counted].start < at; this.#counted++) {
      const place = this.#places[this.#counted];
      if (place.province !== undefined && !this.#provinces.has(place.province))
        this.#provinces.set(place.province, this.#kindOf(place.province) ?? '');
      if (place.code === undefined) continue;
      const kind = kindOfPlace(place);
      const tally = this.#tallies.get(kind);
      if (tally === undefined) {
        this.#tallies.set(kind, { last: place, most: place, counts: new Map([[place.code, 1]]) });
        continue;
      }
      const count = (tally.counts.get(place.code) ?? 0) + 1;
      tally.counts.set(place.code, count);
      tally.last = place;
      if (count > (tally.counts.get(tally.most.code!) ?? 0)) tally.most = place;
    }
  }
}

function kindOfPlace({ kind, level }: Place): string {
  return kind === '区' ? `${level}区` : kind;
}

/** The kind of place that a word for a level means; 区 ends the names of three. */
function kindOfWord(word: string): string {
  if (word === '区') return 'county区';
  if (word === '自治区') return 'province区';
  if (word === '地区') return 'prefecture区';
  return word[word.length - 1];
}
