import { z } from 'zod';

const count = z.int().nonnegative();
/** Half-open `[start, end)` in the record's `offsetUnit`. */
const range = z.tuple([count, count]).describe('[start, end), half-open, in offsetUnit');
const confidence = z.number().gt(0).lte(1);
const placed = { span: range.describe('in text'), source: range.describe('in sourceText') };

const cause = z.strictObject({
  stage: z.string(),
  rule: z.string(),
  confidence,
  reason: z.string().optional(),
});

const edit = z.strictObject({
  ...placed,
  before: z.string(),
  after: z.string(),
  causes: z.array(cause).min(1),
});

const block = z.strictObject({
  kind: z.enum(['title', 'heading', 'paragraph', 'list-item', 'byline']),
  level: count.optional(),
  ...placed,
});

const tokens = z.strictObject({
  text: z.array(z.string()),
  pos: z.array(z.string()),
  start: z.array(count),
  end: z.array(count),
  sourceStart: z.array(count),
  sourceEnd: z.array(count),
});

const candidate = z.strictObject({ ref: z.string(), name: z.string(), confidence });
const entityBase = {
  id: z.string(),
  text: z.string(),
  ...placed,
  confidence,
  rule: z.string(),
  candidates: z.array(candidate).optional(),
};
const code = z.string().regex(/^\d{6}$/, 'a six-digit GB/T 2260 code');
const figure = {
  value: z.number().optional(),
  low: z.number().optional(),
  high: z.number().optional(),
  comparator: z.enum(['eq', 'approx', 'gt', 'ge', 'lt', 'le', 'range']),
};

const entity = z.discriminatedUnion('type', [
  z.strictObject({
    ...entityBase,
    type: z.literal('province'),
    ref: code,
    name: z.string(),
    form: z.enum(['full', 'short', 'abbreviation']),
  }),
  z.strictObject({
    ...entityBase,
    type: z.enum(['prefecture', 'county']),
    ref: code.optional(),
    name: z.string(),
    province: code.optional(),
  }),
  z.strictObject({
    ...entityBase,
    type: z.literal('region-group'),
    name: z.string(),
    count: count.optional(),
    members: z.array(code).optional(),
  }),
  z.strictObject({
    ...entityBase,
    type: z.literal('ministry'),
    ref: z.string(),
    name: z.string(),
    kind: z.string(),
    validFrom: z.string().optional(),
    validTo: z.string().optional(),
    successors: z.array(z.string()).optional(),
  }),
  z.strictObject({
    ...entityBase,
    type: z.literal('local-organ'),
    name: z.string(),
    region: code.optional(),
    level: z.enum(['province', 'prefecture', 'county', 'township']).optional(),
  }),
  z.strictObject({ ...entityBase, type: z.literal('organisation'), name: z.string() }),
  z.strictObject({
    ...entityBase,
    type: z.literal('percentage'),
    ...figure,
    unit: z.enum(['%', '‰', 'percentage-point']),
    restored: z.boolean().optional(),
  }),
  z.strictObject({ ...entityBase, type: z.enum(['fraction', 'multiple']), ...figure }),
  z.strictObject({ ...entityBase, type: z.enum(['money', 'quantity']), ...figure, unit: z.string() }),
  z.strictObject({
    ...entityBase,
    type: z.literal('date'),
    from: z.string().optional(),
    to: z.string().optional(),
    precision: z.string(),
  }),
  z.strictObject({
    ...entityBase,
    type: z.literal('document'),
    title: z.string(),
    number: z.string().optional(),
    issuer: z.string().optional(),
  }),
  z.strictObject({
    ...entityBase,
    type: z.literal('programme'),
    name: z.string(),
    from: z.string().optional(),
    to: z.string().optional(),
  }),
]);

const mention = z.strictObject({ text: z.string(), ...placed });
const ids = z.array(z.string());
const relation = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('metric'),
    subject: mention,
    value: z.string(),
    regions: ids,
    organs: ids,
    date: z.string().optional(),
    sentence: z.strictObject(placed),
  }),
  z.strictObject({
    type: z.literal('project'),
    name: mention,
    lead: ids,
    participants: ids,
    evidence: z.strictObject(placed),
  }),
  z.strictObject({ type: z.literal('membership'), scheme: mention, members: ids }),
]);

const message = z.strictObject({
  severity: z.enum(['info', 'warning', 'error']),
  rule: z.string(),
  reason: z.string(),
  source: range.optional(),
});

/** The document record, schema `guiyi/1`: what other programs rely on. */
export const recordSchema = z.strictObject({
  schema: z.literal('guiyi/1'),
  id: z.string().describe("stable: from the source's identity, not from when it ran"),
  source: z.strictObject({
    path: z.string(),
    sha256: z.string(),
    bytes: count,
    encoding: z.string(),
    mediaType: z.string(),
    positions: z
      .strictObject({
        unit: z.enum(['line', 'page', 'paragraph', 'row']).describe('what the numbers count, from 1'),
        starts: z.array(count).describe('where each stretch begins in sourceText'),
        numbers: z.array(count).describe('the number that each stretch has in the file'),
        field: z.string().optional().describe('the field or column that the text stands in'),
      })
      .optional()
      .describe('how positions in sourceText relate to the file; absent where sourceText is the file'),
  }),
  pipeline: z.strictObject({ version: z.string(), config: z.string(), dictionaries: z.string() }),
  script: z.strictObject({
    detected: z.enum(['Hans', 'Hant', 'Mixed', 'Undetermined']),
    confidence: z.number().gte(0).lte(1),
    forms: z.enum(['tw', 'hk']).optional().describe('whose Traditional forms the text has'),
    evidence: z.string().optional(),
  }),
  offsetUnit: z.enum(['codepoint', 'utf16']),
  sourceText: z.string().describe('the decoded source, whole'),
  text: z.string().describe('the normalized text; blocks are separated by a line feed'),
  edits: z.array(edit).describe('every difference between the two, in order, disjoint'),
  blocks: z.array(block),
  sentences: z.array(z.strictObject(placed)),
  tokens,
  entities: z.array(entity),
  relations: z.array(relation),
  messages: z.array(message),
  carried: z
    .record(z.string(), z.unknown())
    .optional()
    .describe('other fields of the input line, as they came'),
});

export type DocumentRecord = z.infer<typeof recordSchema>;
export type RecordEntity = DocumentRecord['entities'][number];
export type RecordRelation = DocumentRecord['relations'][number];
