import { describe, expect, test } from 'vitest';
import { passes, suites, suitesPresent } from '../../tools/figure-suites/index.ts';
import { floors } from './suite-floors.ts';

/** Public suites that are not ours to copy: read beside the project, skipped where the project stands alone. */
describe.skipIf(!suitesPresent)('public suites of figures and dates', () => {
  test.each(suites)('$name', ({ name, run }) => {
    const results = run();
    const failed = results.filter((result) => !passes(result)).map(({ id }) => id);
    const { passing, known } = floors[name];
    expect(results.length - failed.length, failed.join('\n')).toBeGreaterThanOrEqual(passing);
    // What fails is known, with its reason.
    if (known !== undefined)
      expect(failed.filter((id) => !known.some(({ id: part }) => id.includes(part)))).toEqual([]);
  });
});
