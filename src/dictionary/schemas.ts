import { z } from 'zod';
import { posTags } from '../segment/pos-tags.ts';
import type { TableName } from './tables.ts';

/** Licences (SPDX) under which rows may come into `dictionaries/`. */
const licence = z.enum(['CC0-1.0', 'MIT', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'Unicode-3.0']);
const date = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'a date as YYYY, YYYY-MM or YYYY-MM-DD');
const oneCharacter = z.string().refine((cell) => [...cell].length === 1, 'exactly one character');
const year = z.string().regex(/^\d{4}$/, 'a year');
const code = z.string().regex(/^\d{6}$/, 'a six-digit GB/T 2260 code');
const name = z.string().min(1);
/** Several values in one cell, `|` between them; empty where there are none. */
const several = (one: RegExp) => z.string().regex(new RegExp(`^(${one.source}(\\|${one.source})*)?$`));
const names = several(/[^|\t]+/);
const id = z.string().regex(/^[a-z0-9][a-z0-9-]*$/, 'an id in kebab-case');
const origin = id;

/** What each cell of a table may hold. The origin of a row must be an id of `sources.tsv`. */
export const schemas = {
  big5Hkscs: z.strictObject({
    code: z.string().regex(/^[89a-f][0-9a-f][4-7a-f][0-9a-f]$/, 'a double-byte code in hex'),
    characters: z.string().min(1),
    origin: id,
  }),
  bylineCues: z.strictObject({ cue: z.string().min(1), place: z.enum(['label', 'closing']), origin: id }),
  pageFurniture: z.strictObject({
    cue: z.string().regex(/^(?:[a-z]+|\p{Script=Han}+)$/u, 'a word of a class name or of a text'),
    place: z.enum(['any', 'end', 'text']),
    origin: id,
  }),
  characterFrequencies: z.strictObject({
    script: z.enum(['Hans', 'Hant']),
    bits: z.string().regex(/^[0-2][0-9]$/, 'whole bits, two digits'),
    characters: z.string().min(1),
    origin: id,
  }),
  sources: z.strictObject({
    id,
    title: z.string().min(1),
    version: z.string(),
    date,
    licence,
    remark: z.string(),
  }),
  lexicon: z.strictObject({
    word: z.string().regex(/^[\p{L}\p{N}.+&'-]+$/u, 'a word of Han, letters and digits'),
    pos: z.enum(posTags),
    frequency: z.string().regex(/^[1-9]\d*$/, 'a whole number, 1 or more'),
    origin: id,
  }),
  'word-parts': z.strictObject({
    word: z.string().regex(/^[\p{Script=Han}○]+$/u, 'Han characters'),
    use: z.enum([
      'digit',
      'multiplier',
      'vague',
      'determiner',
      'counter',
      'after-item',
      'after-month',
      'after-year',
      'point-in-time',
      'relative-date',
      'remainder',
      'place-ending',
      'body-ending',
      'verb-ending',
    ]),
    origin: id,
  }),
  measures: z.strictObject({
    measure: z.string().regex(/^\p{Script=Han}+$/u, 'a measure word'),
    kind: z.enum(['count', 'time', 'money', 'length', 'area', 'volume', 'weight', 'other']),
    origin: id,
  }),
  surnames: z.strictObject({
    surname: z.string().regex(/^\p{Script=Han}{1,4}$/u, 'a surname'),
    origin: id,
  }),
  radicals: z.strictObject({ radical: oneCharacter, character: oneCharacter, origin: id }),
  'private-use': z.strictObject({
    code: z
      .string()
      .regex(/^(?:[EF][0-9A-F]{3}|F[0-9A-F]{4}|10[0-9A-F]{4})$/, 'a private-use code point in hex'),
    character: oneCharacter,
    vendor: z.string().min(1),
    origin: id,
  }),
  'look-alikes': z.strictObject({
    written: oneCharacter,
    meant: oneCharacter,
    where: z.enum(['anywhere', 'between-han', 'among-digits', 'between-text']),
    except: z.string(),
    origin: id,
  }),
  'variant-characters': z.strictObject({ variant: oneCharacter, standard: oneCharacter, origin: id }),
  'rare-characters': z.strictObject({ traditional: oneCharacter, simplified: oneCharacter, origin: id }),
  'name-characters': z.strictObject({ character: oneCharacter, 'in-names': oneCharacter, origin: id }),
  'certain-surnames': z.strictObject({ surname: z.string().regex(/^\p{Script=Han}{1,2}$/u), origin: id }),
  contexts: z
    .strictObject({
      phrase: z.string().min(2),
      standard: z.string().min(2),
      where: z.enum(['any', 'traditional']),
      origin: id,
    })
    .refine(({ phrase, standard }) => phrase.length === standard.length, 'both of the same length'),
  protected: z.strictObject({ text: z.string().min(1), origin: id }),
  custom: z.strictObject({ text: z.string().min(1), replacement: z.string(), origin: id }),
  'script-weights': z.strictObject({
    character: oneCharacter,
    weight: z.string().regex(/^-?[0-9]\.[0-9]$/, 'a number with one decimal'),
    origin: id,
  }),
  'ethnic-groups': z.strictObject({ name, origin }),
  divisions: z.strictObject({
    code,
    name,
    short: names,
    level: z.enum(['province', 'prefecture', 'county']),
    parent: code.or(z.literal('')),
    province: code,
    valid_from: year,
    valid_to: year.or(z.literal('')),
    // A year in brackets: that part of its area went in that year.
    successors: several(/\d{6}(\[\d{4}\])?/),
    origin,
  }),
  areas: z.strictObject({
    name,
    short: names,
    level: z.enum(['prefecture', 'county']),
    province: code,
    origin,
  }),
  'division-aliases': z.strictObject({
    alias: name,
    code,
    form: z.enum(['full', 'short', 'abbreviation']),
    origin,
  }),
  'short-counties': z.strictObject({
    name,
    use: z
      .enum(['alone', 'listed'])
      .describe(
        'alone: a short name that prose uses for a county without a place before it (昆山); listed: one that is another word too, and a county only beside its sisters (融安、三江、融水)',
      ),
    origin,
  }),
  'place-words': z.strictObject({
    word: name,
    use: z
      .enum(['after', 'ending', 'kept', 'common', 'stay', 'line', 'zone', 'head'])
      .describe(
        'after: makes a bare place name before it part of another name (北京时间); ' +
          'ending: a word that begins as the ending of a name does (市民); kept: an exception to that (市民政); ' +
          'common: an ordinary word as well as a name (城区), which needs a neighbour to be one; ' +
          'stay: verbs before a one-character name (在京); line: what makes such names another thing (京沪高铁); ' +
          'zone: an area that addresses name in place of a county (经济技术开发区); ' +
          'head: what may stand before a counted group and belong to it (西部12省)',
      ),
    origin,
  }),
  'region-groups': z.strictObject({ name, members: several(/\d{6}/), origin }),
  'named-local-organs': z.strictObject({
    name,
    aliases: names,
    region: code,
    level: z.enum(['province', 'prefecture', 'county']),
    origin,
  }),
  organs: z.strictObject({
    id,
    name,
    abbreviations: names,
    kind: z.string().regex(/^[a-z_]+$/),
    valid_from: date.or(z.literal('')),
    valid_to: date.or(z.literal('')),
    certainty: z.enum(['high', 'medium', 'low']),
    remark: z.string(),
    origin,
  }),
  'organ-relations': z.strictObject({
    from: id,
    relation: z.enum(['rename', 'restructure', 'upgrade', 'merge', 'split', 'absorb', 'function']),
    to: id,
    date: date.or(z.literal('')),
    origin,
  }),
  'local-organ-parts': z.strictObject({
    part: name,
    use: z
      .enum([
        'duty',
        'joiner',
        'ending',
        'alone',
        'head',
        'body',
        'office',
        'level',
        'own',
        'many',
        'party',
        'zone',
      ])
      .describe(
        'duty: what a body is for (财政), joiner: what may stand between duties, ending: what a body is called after its ' +
          'duties (厅), alone: endings that need no place before them; head: a whole name (经信委); body: a name that needs ' +
          'a place or level before it (政府), office: a part of such a body (办公厅); level: a word for the level (省); ' +
          'own: what may stand before a level (我省), many: what makes it speak of many bodies (各省), party: whose committees are called by their place (共青团浙江省委), zone: what is called by a place and has bodies (兰州新区)',
      ),
    level: z.enum(['province', 'prefecture', 'county', 'township', '']),
    origin,
  }),
  'shared-organ-names': z.strictObject({ name, origin }),
  'organ-words': z.strictObject({
    word: name,
    use: z
      .enum(['ending', 'kept', 'generic', 'local', 'foreign'])
      .describe(
        'ending: a word that begins as the ending of a name does (部门); kept: an exception to that (部分别); ' +
          'generic: words after a name that speak of a kind of body (国务院有关部门); local: words before a name that make it a local body (地方发改委); foreign: or another country’s (美国国防部)',
      ),
    origin,
  }),
  numerals: z.strictObject({
    character: z.string().length(1),
    kind: z.enum([
      'digit',
      'bound-digit',
      'unit',
      'bound-unit',
      'tens',
      'section',
      'some',
      'more',
      'about',
      'point',
      'half',
      'minus',
    ]),
    value: z.string().regex(/^(\d+(\.\d+)?)?$/, 'a number, or nothing where the kind has none'),
    origin: id,
  }),
  comparators: z.strictObject({
    word: z.string().min(1),
    position: z.enum(['before', 'after']),
    comparator: z.enum(['eq', 'approx', 'gt', 'ge', 'lt', 'le']),
    origin: id,
  }),
  units: z.strictObject({
    text: z.string().min(1),
    kind: z.enum([
      'percent',
      'percentage-point',
      'tenth',
      'discount',
      'multiple',
      'currency',
      'measure',
      'counter',
    ]),
    unit: z.string(),
    name: z.string(),
    origin: id,
  }),
  eras: z.strictObject({
    name: z.string().min(1),
    first_year: z.string().regex(/^\d{3,4}$/, 'a year'),
    origin: id,
  }),
  'document-numbers': z.strictObject({ prefix: z.string().min(1), issuer: z.string().min(1), origin: id }),
  programmes: z.strictObject({
    text: z.string().min(1),
    kind: z.enum(['name', 'suffix', 'no-suffix', 'stop', 'generic']),
    from: z.union([date, z.literal('')]),
    to: z.union([date, z.literal('')]),
    origin: id,
  }),
  'figure-words': z.strictObject({
    word: z.string().min(1),
    kind: z.enum(['fraction', 'multiple']),
    value: z.string().regex(/^\d+(\.\d+)?$/, 'a number'),
    origin: id,
  }),
  'money-cues': z.strictObject({
    word: z.string().min(1),
    position: z.enum(['before', 'after']),
    origin: id,
  }),
  'money-parts': z.strictObject({
    word: z.string().min(1),
    unit: z.string().regex(/^[A-Z]{3}$/, 'an ISO 4217 code'),
    value: z.string().regex(/^0\.\d+$/, 'the part of the unit, below 1'),
    origin: id,
  }),
  'figure-guards': z.strictObject({ unit: z.string().min(1), word: z.string().min(1), origin: id }),
  'figure-guard-exceptions': z.strictObject({
    word: z
      .string()
      .min(2)
      .describe('a unit and the word after it, where a guard would see another word: 六成行业, and no 成行'),
    origin: id,
  }),
  'metric-words': z.strictObject({
    word: z.string().min(1),
    kind: z
      .enum(['copula', 'lead', 'judgement', 'whole', 'locality', 'source', 'measure', 'no-lead', 'no-copula'])
      .describe(
        'copula: between a subject and its figure (达到); judgement: how good it is (较高); lead: opens a clause (截至); ' +
          'no-copula, no-lead: words that end or begin so and are neither (成都, 有效); whole, locality: 全国, 全省; ' +
          'source: what follows tells (据); measure: what ends the name of something measured (率)',
      ),
    origin: id,
  }),
  'project-words': z.strictObject({
    word: z.string().min(1),
    kind: z.enum(['lead', 'takes-part', 'name', 'pilot', 'chooses', 'names']),
    origin: id,
  }),
} satisfies Record<TableName, z.ZodType>;
