import fc from 'fast-check';
import { normalize } from '../../../src/index.ts';
import type { DocumentRecord, RecordEntity } from '../../../src/record/index.ts';
import type { ExportFormat } from '../../../src/write/exports/format.ts';
import { hostileText } from '../../arbitraries.ts';

const plain = normalize('好。', { id: 'plain' });

/** Where a placed thing of a made record stands: UTF-16 units, on the edges of code points. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

/**
 * A record with just this text, whatever it holds: a block a line, a sentence a block, a token a character that is
 * no space, and entities where they are asked for. Our own steps would clean much of what an export must bear.
 */
export function recordWith(
  text: string,
  entities: readonly Place[],
  { id = 'made', path = 'made.txt', offsets = 'codepoint' as 'codepoint' | 'utf16' } = {},
): DocumentRecord {
  const at = (end: number) => (offsets === 'utf16' ? end : [...text.slice(0, end)].length);
  const placed = ({ start, end }: Place) => ({
    span: [at(start), at(end)] as [number, number],
    source: [at(start), at(end)] as [number, number],
  });
  const lines = matches(text, /[^\r\n]*[^\s][^\r\n]*/gu);
  const words = matches(text, /\S/gu);
  const spans = words.map(placed);
  return {
    ...plain,
    id,
    source: { ...plain.source, path },
    offsetUnit: offsets,
    text,
    sourceText: text,
    edits: [],
    blocks: lines.map((line) => ({ kind: 'paragraph', ...placed(line) })),
    sentences: lines.map(placed),
    tokens: {
      text: words.map(({ start, end }) => text.slice(start, end)),
      pos: words.map(() => 'n'),
      start: spans.map(({ span }) => span[0]),
      end: spans.map(({ span }) => span[1]),
      sourceStart: spans.map(({ source }) => source[0]),
      sourceEnd: spans.map(({ source }) => source[1]),
    },
    entities: entities.map((place, i) => ({
      ...entityKinds[i % entityKinds.length],
      id: `e${i + 1}`,
      text: text.slice(place.start, place.end),
      ...placed(place),
      confidence: 1,
      rule: 'made',
    })) as RecordEntity[],
    relations:
      entities.length < 2
        ? []
        : [
            {
              type: 'metric',
              subject: { text: '', span: [0, 0], source: [0, 0] },
              value: 'e1',
              regions: ['e2'],
              organs: ['e2'],
              sentence: { span: [0, 0], source: [0, 0] },
            },
          ],
    messages: [],
  };
}

/** One entity of every type, with fields that its format must write with care. */
const entityKinds = [
  { type: 'province', ref: '220000', name: '吉林省', form: 'full' },
  { type: 'percentage', value: 80, comparator: 'eq', unit: '%' },
  { type: 'prefecture', name: '某市' },
  { type: 'county', ref: '110101', name: '某县' },
  { type: 'region-group', name: '京津冀', count: 3, members: ['110000'] },
  { type: 'ministry', ref: 'm "1"\n<&>', name: '教育部', kind: 'ministry' },
  { type: 'local-organ', name: '某局' },
  { type: 'organisation', name: '某校' },
  { type: 'fraction', low: 0.1, high: 0.2, comparator: 'range' },
  { type: 'multiple', value: 1e21, comparator: 'eq' },
  { type: 'money', value: -1.5, comparator: 'eq', unit: '万 元' },
  { type: 'quantity', low: 3, comparator: 'ge', unit: '公顷' },
  { type: 'date', from: '2020-02-30', to: '2020', precision: 'year' },
  { type: 'date', from: '--05-01', to: '2020-05', precision: 'day' },
  { type: 'document', title: '通知', number: '国发〔2020〕1号' },
  { type: 'programme', name: '十二五' },
];

/** Matches of a pattern whose matches are never empty. */
function matches(text: string, pattern: RegExp): Place[] {
  return [...text.matchAll(pattern)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}

const mark = fc.constantFrom(
  '|',
  '\t',
  '"',
  '&',
  '<',
  ']]>',
  '\u0001',
  '\u001d',
  '\u0085',
  '\u000b',
  '\ufffe',
  '\\',
  '=',
  '#',
);

/** Hostile text with what the formats themselves use as marks. */
const markedText = fc
  .array(fc.oneof({ weight: 3, arbitrary: hostileText(6) }, mark), { maxLength: 8 })
  .map((pieces) => pieces.join(''));

/** Places on the edges of a text's code points: nested, adjacent, crossing and over line breaks. */
const placesIn = (text: string): fc.Arbitrary<Place[]> => {
  const edges = [0];
  for (const point of text) edges.push((edges.at(-1) ?? 0) + point.length);
  if (text === '') return fc.constant([]);
  const place = fc
    .tuple(fc.nat(edges.length - 2), fc.integer({ min: 1, max: 6 }))
    .map(([from, length]) => ({ start: edges[from], end: edges[Math.min(from + length, edges.length - 1)] }));
  return fc.array(place, { maxLength: 18 });
};

/** Records of hostile texts with entities anywhere, in either unit. */
export const hostileRecord: fc.Arbitrary<DocumentRecord> = fc
  .tuple(markedText, fc.constantFrom('codepoint' as const, 'utf16' as const))
  .chain(([text, offsets]) =>
    placesIn(text).map((places) => recordWith(text, places, { offsets, id: 'a/b %1', path: 'x/ä#b?.txt' })),
  );

/** What a format writes of one record, by file, as a reader of UTF-8 sees it. */
export function filesOf(
  format: ExportFormat,
  record: DocumentRecord,
  name = 'x/doc',
): Record<string, string> {
  const files: Record<string, string> = {};
  for (const { file, text } of format.pieces(record, name)) {
    files[file] = (files[file] ?? '') + Buffer.from(text, 'utf8').toString('utf8');
  }
  return files;
}

/** The text between two positions that count code points. */
export const codePoints = (text: string, start: number, end: number) => [...text].slice(start, end).join('');

/** A record's text, or a piece of it, as every format writes what UTF-8 or the tools can't hold. */
export const readable = (text: string) => text.replace(/\0|\p{Surrogate}/gu, '\ufffd');
