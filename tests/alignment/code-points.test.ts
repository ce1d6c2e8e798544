import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CodePoints } from '../../src/alignment/index.ts';
import { hostileText, LAW_RUNS } from '../arbitraries.ts';

test('positions count as iterating a string does, there and back', () => {
  fc.assert(
    fc.property(hostileText(), (text) => {
      const points = new CodePoints(text);
      let at = 0;
      let count = 0;
      for (const character of text) {
        expect(points.fromUtf16(at)).toBe(count);
        expect(points.toUtf16(count)).toBe(at);
        at += character.length;
        count++;
      }
      expect(points.fromUtf16(text.length)).toBe(count);
      expect(points.toUtf16(count)).toBe(text.length);
    }),
    { numRuns: LAW_RUNS },
  );
});
