import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { findDates } from '../../../src/extract/dates/index.ts';
import { findFigures } from '../../../src/extract/figures/index.ts';

const list = new URL('../../../../shared/hard/entities.jsonl', import.meta.url);
const present = existsSync(list);

/** What the known failures of other tools are held to, by their input; the list itself is read, not copied. */
const wanted: Readonly<Record<string, (input: string) => void>> = {
  percentage: (input) => {
    for (const part of input.split('/')) {
      const [figure] = findFigures(part.trim(), { loose: true });
      expect(figure?.kind, part).toBe('percentage');
    }
  },
  money: (input) => {
    for (const part of input.split('/')) expect(findFigures(part.trim())[0]?.kind, part).toBe('money');
  },
  number: (input) => {
    for (const part of input.split('/')) {
      const [figure] = findFigures(part.trim(), { numbers: true, loose: true });
      expect(figure?.comparator, part).not.toBe('eq');
    }
  },
  date: (input) => {
    const [date] = findDates(input);
    expect(date?.from, input).toBeDefined();
    expect(date?.from).toBe(date?.to);
  },
};

describe.skipIf(!present)('known failures of other tools', () => {
  const cases = present
    ? readFileSync(list, 'utf8')
        .split('\n')
        .filter((line) => line !== '')
        .map((line): { class: string; input: string } => JSON.parse(line))
        .filter(({ class: kind }) => kind in wanted)
    : [];
  test.each(cases)('$class: $input', ({ class: kind, input }) => wanted[kind](input));
});
