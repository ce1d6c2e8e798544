import { Alignment, resolve, type SourceSpan, textSpan } from '../../alignment/index.ts';
import { conversionOf } from '../../convert/index.ts';
import { type Dictionaries, defaultDictionaries } from '../../dictionary/index.ts';
import type { Candidate } from '../../document/index.ts';
import { Edges } from '../edges.ts';
import { type Division, type DivisionRegister, identityOf, yearsAway } from './division.ts';
import { findMentions, liesIn, type Mention, type MentionSearch } from './find-mentions.ts';
import { type PlaceNames, placeNames } from './place-names.ts';
import { candidatesOf } from './resolve.ts';

/** A division as an address names it or implies it. */
export interface LocatedDivision {
  /** Six-digit GB/T 2260 code, of the year asked for; absent where the standard has none. */
  readonly code?: string;
  readonly name: string;
}

/** Where an address lies. What is not certain is left out, and `candidates` has the readings. */
export interface Location {
  readonly province?: LocatedDivision;
  readonly prefecture?: LocatedDivision;
  readonly county?: LocatedDivision;
  readonly candidates?: readonly Candidate[];
  /** Where the names of places stand, UTF-16 units of the text given. */
  readonly span: SourceSpan;
}

/** What `locate` can be told. */
export interface LocateOptions {
  /** The year that the address is of; divisions are given as they were then. The present where left out. */
  readonly year?: number;
  /** Codes to take where a name is that of several divisions, such as those of the region the addresses are from. */
  readonly prefer?: readonly string[];
  readonly dictionaries?: Dictionaries;
}

/**
 * Finds where an address lies, in either script: province, prefecture and county, those above it added.
 *
 * @returns nothing where the text names no place
 * @throws GuiyiError GY401 or GY402 where a dictionary is missing or broken
 * @example
 * locate('廣東省東莞市虎門鎮'); // province 440000, prefecture 441900
 * locate('莱芜市', { year: 2013 }); // prefecture 371200
 * locate('朝阳区'); // candidates, no province
 */
export function locate(text: string, options: LocateOptions = {}): Location | undefined {
  const search = new AddressSearch(text, options);
  return search.first('address') ?? search.first('bare-address');
}

/** Finds every place that a text names, each with what it lies in: 吉林省朝阳区 and 北京市朝阳区 are two. */
export function locateAll(text: string, options: LocateOptions = {}): Location[] {
  return new AddressSearch(text, options).all();
}

/** One text and the places in it. */
class AddressSearch {
  readonly #alignment: Alignment;
  readonly #names: PlaceNames;
  readonly #register: DivisionRegister;
  readonly #year: number | undefined;
  readonly #prefer: readonly string[];

  constructor(source: string, { year, prefer = [], dictionaries = defaultDictionaries() }: LocateOptions) {
    // An address is too short to detect the script of, and Simplified names survive conversion.
    const { edits } = conversionOf(source, { script: 'hant', dictionaries });
    this.#alignment = Alignment.of(source).apply('convert', resolve(edits).winners);
    this.#names = placeNames(dictionaries);
    this.#register = this.#names.register;
    this.#year = year;
    this.#prefer = prefer;
  }

  all(): Location[] {
    const mentions = this.#mentions('address');
    const locations: Location[] = [];
    for (let i = 0; i < mentions.length; i++) {
      let last = i;
      while (last + 1 < mentions.length && mentions[last + 1].inside === mentions[last]) last++;
      locations.push(this.#location(mentions.slice(i, last + 1), false));
      i = last;
    }
    return locations;
  }

  first(kind: MentionSearch['kind']): Location | undefined {
    const mentions = this.#mentions(kind);
    return mentions.length === 0 ? undefined : this.#location(mentions, true);
  }

  #mentions(kind: MentionSearch['kind']): Mention[] {
    const { text } = this.#alignment;
    return findMentions({
      text,
      names: this.#names,
      edges: new Edges(text),
      year: this.#year ?? this.#register.lastYear,
      kind,
    });
  }

  /** Reads mentions as one place: each either lies in the one before, or is left out. */
  #location(mentions: readonly Mention[], withZone: boolean): Location {
    const { text } = this.#alignment;
    let readings = this.#best(mentions[0], mentions[0].readings);
    let { end } = mentions[0];
    for (const mention of mentions.slice(1)) {
      const deeper = mention.readings.filter(({ division }) => liesIn(division, { readings }));
      const above = readings.filter(({ division }) => liesIn(division, mention));
      if (deeper.length > 0) readings = this.#best(mention, deeper);
      else if (readings.length > 1 && above.length > 0) readings = above;
      else continue;
      ({ end } = mention);
    }
    const span = this.#alignment.toSource(textSpan(mentions[0].start, end));
    const identities = new Set(readings.map(({ division }) => identityOf(division)));
    if (identities.size > 1) return this.#open(readings, span);
    const zone = withZone ? this.#names.zone.longestEnd(text, end) : -1;
    return { ...this.#placed(readings[0].division, zone === -1 ? undefined : text.slice(end, zone)), span };
  }

  /** The readings that hold in the year, or come nearest; of them, those preferred, and of bare names the highest. */
  #best({ inside }: Mention, readings: Mention['readings']): Mention['readings'] {
    const year = this.#year ?? Number.POSITIVE_INFINITY;
    const nearest = Math.min(...readings.map(({ division }) => yearsAway(division, year)));
    const held = readings.filter(({ division }) => yearsAway(division, year) === nearest);
    const preferred = held.filter(({ division }) => this.#prefer.includes(division.code));
    if (preferred.length > 0) return preferred.slice(0, 1);
    const full = held.filter(({ form }) => form === 'full');
    if (full.length > 0 || inside !== undefined) return full.length > 0 ? full : held;
    const provinces = held.filter(({ division }) => division.level === 'province');
    const prefectures = held.filter(({ division }) => division.level === 'prefecture');
    return provinces.length > 0 ? provinces : prefectures.length > 0 ? prefectures : held;
  }

  #open(readings: Mention['readings'], span: SourceSpan): Location {
    const [{ division }] = readings;
    const provinces = new Set(readings.map((reading) => reading.division.province));
    return {
      ...(provinces.size === 1 ? { province: this.#named(division.province) } : {}),
      [division.level]: { name: division.name },
      candidates: candidatesOf(readings),
      span,
    };
  }

  /** A division with those above it, as they are in the year asked for. */
  #placed(found: Division, zone: string | undefined): Omit<Location, 'span'> {
    const division = this.#inYear(found);
    const { level, code, name, parent } = division;
    const own = code === '' ? { name } : { code, name };
    const province = this.#named(division.province);
    if (level === 'province') return { province: own };
    if (level === 'prefecture') {
      const county =
        zone === undefined
          ? undefined
          : zone === '市辖区'
            ? { code: `${code.slice(0, 4)}01`, name: zone }
            : { name: zone };
      return { province, prefecture: own, ...(county === undefined ? {} : { county }) };
    }
    if (parent === division.province) return { province, county: own };
    return { province, prefecture: this.#named(parent), county: own };
  }

  /** What a division has become by the year asked for, as long as it became one thing of its own level. */
  #inYear(found: Division): Division {
    let division = found;
    const year = this.#year ?? Number.POSITIVE_INFINITY;
    for (let steps = 0; division.to <= year && division.successors.length > 0 && steps < STEPS; steps++) {
      const next = division.successors
        .map((code) => this.#register.byCode(code, year))
        .filter((one) => one !== undefined && one.level === division.level);
      if (next.length !== 1 || next[0] === undefined || next[0] === division) break;
      [division] = next as [Division];
    }
    return division;
  }

  #named(code: string): LocatedDivision {
    const division = this.#register.byCode(code, this.#year);
    return division === undefined ? { code, name: code } : { code, name: division.name };
  }
}

/** More changes of code than any division has had. */
const STEPS = 8;
