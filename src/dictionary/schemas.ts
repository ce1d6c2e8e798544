import { z } from 'zod';
import { posTags } from '../segment/pos-tags.ts';
import type { TableName } from './tables.ts';

/** Licences (SPDX) under which rows may come into `dictionaries/`. */
const licence = z.enum(['CC0-1.0', 'MIT', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'Unicode-3.0']);
const date = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'a date as YYYY, YYYY-MM or YYYY-MM-DD');
const id = z.string().regex(/^[a-z0-9][a-z0-9-]*$/, 'an id in kebab-case');

/** What each cell of a table may hold. The origin of a row must be an id of `sources.tsv`. */
export const schemas = {
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
    origin: id,
  }),
} satisfies Record<TableName, z.ZodType>;
