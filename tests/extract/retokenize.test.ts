import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { textSpan } from '../../src/alignment/index.ts';
import type { Entity, TokenColumns } from '../../src/document/index.ts';
import { retokenize } from '../../src/extract/retokenize.ts';
import { Claim, settle } from '../../src/extract/settle.ts';
import { LAW_RUNS } from '../arbitraries.ts';
import { readEntities, wordsOf } from './read-entities.ts';

const texts = (text: string, { starts, ends }: TokenColumns) =>
  Array.from(starts, (start, i) => text.slice(start, ends[i])).join('/');

describe('retokenize', () => {
  test.each([
    ['住房城乡建设部和海南州', '住房城乡建设部/和/海南州'],
    ['工业和信息化部门', '工业/和/信息化/部门'],
    ['前郭县与江西省', '前郭县/与/江西省'],
  ])('%s', (text, expected) => {
    const tokens = wordsOf(text);
    expect(texts(text, retokenize(tokens, readEntities(text)))).toBe(expected);
  });

  test('gives organs and places their parts of speech', () => {
    const text = '水利部在江西省';
    const { pos, posTags } = retokenize(wordsOf(text), readEntities(text));
    expect(Array.from(pos, (tag) => posTags[tag])).toEqual(['nt', 'x', 'ns']);
  });
});

/** Tokens that tile `length` units but for gaps, and claims anywhere, of every kind that matters. */
const layout = fc.record({
  gaps: fc.array(fc.record({ skip: fc.nat(2), take: fc.integer({ min: 1, max: 4 }) }), {
    minLength: 1,
    maxLength: 30,
  }),
  claims: fc.array(
    fc.record({
      start: fc.nat(60),
      length: fc.integer({ min: 1, max: 12 }),
      type: fc.constantFrom<Entity['type']>(
        'ministry',
        'province',
        'local-organ',
        'percentage',
        'document',
        'date',
      ),
      priority: fc.nat(3),
    }),
    { maxLength: 20 },
  ),
});

describe('laws of settling and of tokens', () => {
  test('entities nest or are disjoint; tokens cover what they covered and cross no edge of an entity', () => {
    fc.assert(
      fc.property(layout, ({ gaps, claims }) => {
        const starts: number[] = [];
        const ends: number[] = [];
        let at = 0;
        for (const { skip, take } of gaps) {
          starts.push(at + skip);
          ends.push(at + skip + take);
          at += skip + take;
        }
        const tokens: TokenColumns = {
          starts: Uint32Array.from(starts),
          ends: Uint32Array.from(ends),
          pos: new Uint8Array(starts.length),
          posTags: ['x'],
        };
        const entities = settle(
          claims.map(({ start, length, type, priority }) => {
            const entity = { type, span: textSpan(start, start + length) } as Claim['entity'];
            return new Claim(entity, priority);
          }),
        );
        for (const [i, { span: a, type }] of entities.entries()) {
          for (const { span: b } of entities.slice(i + 1)) {
            const apart = a.end <= b.start;
            const nested = b.start >= a.start && b.end <= a.end && b.end - b.start < a.end - a.start;
            expect(apart || (nested && type !== 'ministry')).toBe(true);
          }
        }
        const after = retokenize(tokens, entities);
        expect(covered(after)).toEqual(covered(tokens));
        for (let i = 0; i < after.starts.length; i++) {
          expect(after.starts[i]).toBeLessThan(after.ends[i]);
          if (i > 0) expect(after.starts[i]).toBeGreaterThanOrEqual(after.ends[i - 1]);
          for (const { span } of entities) {
            for (const edge of [span.start, span.end]) {
              expect(edge <= after.starts[i] || edge >= after.ends[i]).toBe(true);
            }
          }
        }
      }),
      { numRuns: LAW_RUNS },
    );
  });
});

function covered({ starts, ends }: TokenColumns): number[] {
  return Array.from(starts, (start, i) =>
    Array.from({ length: ends[i] - start }, (_, at) => start + at),
  ).flat();
}
