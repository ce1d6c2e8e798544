import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hostileText, LAW_RUNS } from '../arbitraries.ts';
import { relationsOf } from './marked.ts';

describe('facts of hostile text', () => {
  test('mentions are what their spans hold, and ids name entities', () => {
    const written = fc
      .array(
        fc.oneof(
          fc.constantFrom(
            '{P:云南省}',
            '{M:水利部}',
            '{M:环保部}',
            '{D:2012年}',
            '{J:某某工程}',
            '80%',
            '5亿元',
            '3倍',
          ),
          fc.constantFrom(
            '，',
            '。',
            '；',
            '、',
            '的',
            '等',
            '由',
            '牵头',
            '参建',
            '试点',
            '确定为',
            '覆盖率',
            '分别',
            '\n',
          ),
          hostileText(3).filter((text) => !text.includes('{')),
        ),
        { maxLength: 25 },
      )
      .map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(written, (text) => {
        expect(() => relationsOf(text)).not.toThrow();
      }),
      { numRuns: LAW_RUNS },
    );
  });

  test.each([
    '80%',
    '比80%',
    '{M:水利部}、',
    '由{M:水利部}牵头',
    '{P:云南省}、',
    '试点',
    '覆盖率达到',
    '2亿元、',
  ])('ten thousand times %s in one sentence is no burden', (piece) => {
    const { metrics, projects, memberships } = relationsOf(piece.repeat(10_000));
    expect(metrics.length + projects.length + memberships.length).toBeLessThanOrEqual(10_000);
  });
});
