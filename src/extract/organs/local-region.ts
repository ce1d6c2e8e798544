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
  /** The code of the division above, where it can be told from its own. */
  readonly parent?: string;
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
    if (entity.ref !== undefined && entity.type === 'county') place.parent = `${entity.ref.slice(0, 4)}00`;
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

/** Where the stretches of a text begin; UTF-16 units. */
export interface TextShape {
  readonly sentenceStart: (at: number) => number;
  readonly paragraphStart: (at: number) => number;
  /** Where the title ends; 0 where the text has none. */
  readonly titleEnd: number;
  /** The last character of a province's full name, by its code. */
  readonly kindOf: (code: string) => string | undefined;
}

/**
 * Says whose 省, 市 or 县 a text means: the one named last in the sentence, else the one that the title is about, else
 * the one named last in the paragraph, else the one named most so far.
 *
 * 市 can be a municipality, a prefecture or a county; the place tells. Ask in text order.
 */
export class RegionContext {
  readonly #places: readonly Place[];
  readonly #shape: TextShape;
  readonly #tallies = new Map<string, Tally>();
  /** The provinces named so far, each with the last character of its full name. */
  readonly #provinces = new Map<string, string>();
  #counted = 0;
  /** Per kind, the only place of the text; `null` where there are several. Made when first asked for. */
  #only: Map<string, Place | null> | undefined;
  /** Per kind, the only place of the title. */
  readonly #home: ReadonlyMap<string, Place | null>;
  /** The province of all places in the title. */
  readonly #provinceOfTitle: string | undefined;

  constructor(places: readonly Place[], shape: TextShape) {
    this.#places = places;
    this.#shape = shape;
    const titled = places.filter(({ start }) => start < shape.titleEnd);
    this.#home = onlyOnes(titled);
    const [province, ...others] = new Set(titled.map((place) => place.province));
    this.#provinceOfTitle = others.length === 0 ? province : undefined;
  }

  /** @param word the word for the level; `at` is where it stands, UTF-16 units of the text, not before the last asked */
  regionFor(word: string, level: LocalLevel | undefined, at: number): Region {
    this.#countUntil(at);
    const kind = kindOfWord(word);
    const home = this.#home.get(kind) ?? undefined;
    const tally = this.#tallies.get(kind);
    if (tally !== undefined && level !== 'township') {
      const { code, level: placeLevel } = this.#meant(tally, home, at);
      return { code: code!, level: placeLevel };
    }
    if (level === 'province') {
      // 自治区 is not said of a province, nor 省 of a region.
      const fits = [...this.#provinces].filter(([, last]) => last === word[word.length - 1]);
      const ofTitle = fits.find(([code]) => this.#provinceOfTitle === code);
      const [code] = ofTitle ?? (this.#provinces.size === 1 ? fits[0] : undefined) ?? [];
      if (code !== undefined) return { code, level };
    }
    // 省委 before the text names its province.
    const only = level === 'township' ? undefined : (home ?? this.#onlyOf(kind));
    if (only !== undefined) return { code: only.code!, level: only.level };
    return { level: level ?? (word === '市' ? 'prefecture' : 'county') };
  }

  /** The code of the county that a township at a place is in; absent where the text names none. */
  countyAt(at: number): { code?: string } {
    this.#countUntil(at);
    const tally = this.#tallies.get(COUNTIES);
    const place =
      tally === undefined
        ? this.#onlyOf(COUNTIES)
        : this.#meant(tally, this.#home.get(COUNTIES) ?? undefined, at);
    return place?.code === undefined ? {} : { code: place.code };
  }

  /** The last character of a province's full name. */
  kindOf(code: string): string | undefined {
    return this.#shape.kindOf(code);
  }

  /** Of the places of a kind, the one that a word for the kind means. */
  #meant({ last, most }: Tally, home: Place | undefined, at: number): Place {
    // 如皋市 in a text of 南通市: its own bodies stay 南通市's.
    if (home !== undefined && last.parent === home.code) return home;
    if (last.start >= this.#shape.sentenceStart(at)) return last;
    if (home !== undefined) return home;
    return last.start >= this.#shape.paragraphStart(at) ? last : most;
  }

  /** The one place of a kind that the whole text names; `undefined` where it names none or several. */
  #onlyOf(kind: string): Place | undefined {
    this.#only ??= onlyOnes(this.#places);
    return this.#only.get(kind) ?? undefined;
  }

  #countUntil(at: number): void {
    for (; this.#counted < this.#places.length && this.#places[this.#counted].start < at; this.#counted++) {
      const place = this.#places[this.#counted];
      if (place.province !== undefined && !this.#provinces.has(place.province))
        this.#provinces.set(place.province, this.kindOf(place.province) ?? '');
      if (place.code === undefined) continue;
      for (const kind of kindsOfPlace(place)) this.#count(kind, place, place.code);
    }
  }

  #count(kind: string, place: Place, code: string): void {
    const tally = this.#tallies.get(kind);
    if (tally === undefined) {
      this.#tallies.set(kind, { last: place, most: place, counts: new Map([[code, 1]]) });
      return;
    }
    const count = (tally.counts.get(code) ?? 0) + 1;
    tally.counts.set(code, count);
    tally.last = place;
    if (count > (tally.counts.get(tally.most.code!) ?? 0)) tally.most = place;
  }
}

/** Per kind, the only place among some; `null` where there are several. */
function onlyOnes(places: readonly Place[]): Map<string, Place | null> {
  const only = new Map<string, Place | null>();
  for (const place of places) {
    if (place.code === undefined) continue;
    for (const kind of kindsOfPlace(place)) {
      const known = only.get(kind);
      if (known === undefined) only.set(kind, place);
      else if (known !== null && known.code !== place.code) only.set(kind, null);
    }
  }
  return only;
}

/** The kind of all places of that level together: townships lie in any. */
const COUNTIES = 'county';

function kindsOfPlace(place: Place): readonly string[] {
  const kind = kindOfPlace(place);
  return place.level === 'county' ? [kind, COUNTIES] : [kind];
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
