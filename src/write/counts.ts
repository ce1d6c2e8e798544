import type { DocumentRecord } from '../record/index.ts';

/** Sums over a corpus or a document, by what was counted. */
export type Counts = Record<string, number>;

/** The same, by two things. */
export type NestedCounts = Record<string, Counts>;

/** How much there is in a document, or in many. */
export interface ContentCounts {
  /** Code points of the text. */
  characters: number;
  tokens: number;
  /** Causes of edits by step, then by rule. */
  edits: NestedCounts;
  /** By type. */
  entities: Counts;
  relations: Counts;
  /** By severity, then by rule. */
  messages: NestedCounts;
}

/** Counts of nothing, to add to. */
export function noCounts(): ContentCounts {
  return { characters: 0, tokens: 0, edits: {}, entities: {}, relations: {}, messages: {} };
}

/** Counts what is in a record. */
export function countsOf({
  text,
  tokens,
  edits,
  entities,
  relations,
  messages,
}: DocumentRecord): ContentCounts {
  const counts = noCounts();
  counts.characters = codePointsOf(text);
  counts.tokens = tokens.text.length;
  for (const { causes } of edits) {
    for (const { stage, rule } of causes) count(nested(counts.edits, stage), rule);
  }
  for (const { type } of entities) count(counts.entities, type);
  for (const { type } of relations) count(counts.relations, type);
  for (const { severity, rule } of messages) count(nested(counts.messages, severity), rule);
  return counts;
}

/** Adds counts to others. */
export function addCounts(sum: ContentCounts, more: ContentCounts): void {
  sum.characters += more.characters;
  sum.tokens += more.tokens;
  addTo(sum.entities, more.entities);
  addTo(sum.relations, more.relations);
  for (const name in more.edits) addTo(nested(sum.edits, name), more.edits[name]);
  for (const name in more.messages) addTo(nested(sum.messages, name), more.messages[name]);
}

/** The same counts, their names in order: they don't tell what came first. */
export function sortedCounts<Value extends number | Counts>(
  counts: Record<string, Value>,
): Record<string, Value> {
  const entries = Object.entries(counts).sort(([a], [b]) => (a < b ? -1 : 1));
  const inner = (value: Value) => (typeof value === 'number' ? value : (sortedCounts(value) as Value));
  return Object.fromEntries(entries.map(([name, value]) => [name, inner(value)]));
}

/** The sum of counts by name. */
export function sumOf(counts: Counts): number {
  return Object.values(counts).reduce((sum, n) => sum + n, 0);
}

function count(counts: Counts, name: string, n = 1): void {
  counts[name] = (counts[name] ?? 0) + n;
}

function addTo(sum: Counts, more: Counts): void {
  for (const name in more) count(sum, name, more[name]);
}

function nested(counts: NestedCounts, name: string): Counts {
  counts[name] ??= {};
  return counts[name];
}

function codePointsOf(text: string): number {
  let n = text.length;
  for (let i = 1; i < text.length; i++) {
    if ((text.charCodeAt(i) & 0xfc00) === 0xdc00 && (text.charCodeAt(i - 1) & 0xfc00) === 0xd800) n--;
  }
  return n;
}
