import { z } from 'zod';
import { posTags } from '../segment/pos-tags.ts';
import type { TableName } from './tables.ts';

/** Licences (SPDX) under which rows may come into `dictionaries/`. */
const licence = z.enum(['CC0-1.0', 'MIT', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'Unicode-3.0']);
const date = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'a date as YYYY, YYYY-MM or YYYY-MM-DD');
const oneCharacter = z.string().refine((cell) => [...cell].length === 1, 'exactly one character');
const id = z.string().regex(/^[a-z0-9][a-z0-9-]*$/, 'an id in kebab-case');

/** What each cell of a table may hold. The origin of a row must be an id of `sources.tsv`. */
export const schemas = {
  big5Hkscs: z.strictObject({
    code: z.string().regex(/^[89a-f][0-9a-f][4-7a-f][0-9a-f]$/, 'a double-byte code in hex'),
    characters: z.string().min(1),
    origin: id,
  }),
  bylineCues: z.strictObject({ cue: z.string().min(1), place: z.enum(['label', 'closing']), origin: id }),
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
    word: z.string().regex(/^\S+$/, 'a word, without white space'),
    pos: z.enum(posTags),
    frequency: z.string().regex(/^[1-9]\d*$/, 'a whole number, 1 or more'),
    origin: id,
  }),
  surnames: z.strictObject({
    surname: z.string().regex(/^\p{Script=Han}{1,4}$/u, 'a surname'),
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
  'script-weights': z.strictObject({
    character: oneCharacter,
    weight: z.string().regex(/^-?[0-9]\.[0-9]$/, 'a number with one decimal'),
    origin: id,
  }),
} satisfies Record<TableName, z.ZodType>;
