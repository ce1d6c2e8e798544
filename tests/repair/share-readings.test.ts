import { describe, expect, test } from 'vitest';
import { findBoundaries } from '../../src/repair/dots/boundaries.ts';
import { shareItemHeadings, shareRecurring } from '../../src/repair/dots/share-readings.ts';
import { COMMA, LIST_COMMA, MARKS, OUTPUTS, STOP } from '../../src/repair/network/marks.ts';

type Readings = readonly (readonly [mark: number, probability: number])[];

/** What stands for each dot of a text that a model reads so: the likeliest mark and its probability, the rest evened out. */
function shared(text: string, readings: Readings, share: typeof shareRecurring): string {
  const boundaries = findBoundaries(text, 0, text.length, (_, at) => text[at] === '.');
  const values = new Float32Array(readings.length * OUTPUTS);
  readings.forEach(([mark, probability], row) => {
    values.fill((1 - probability) / (OUTPUTS - 1), row * OUTPUTS, (row + 1) * OUTPUTS);
    values[row * OUTPUTS + mark] = probability;
  });
  share(boundaries, { count: readings.length, values });
  let row = 0;
  return text.replaceAll('.', () => {
    const own = values.subarray(row * OUTPUTS, ++row * OUTPUTS);
    return MARKS[own.indexOf(Math.max(...own))];
  });
}

describe('marks between the same words', () => {
  const text = '发展融资担保.再担保机构.规范融资担保.再担保机构.';
  test.each<[what: string, text: string, readings: Readings, after: string]>([
    [
      'the surer one decides',
      text,
      [
        [LIST_COMMA, 0.9],
        [COMMA, 0.8],
        [COMMA, 0.5],
        [STOP, 0.9],
      ],
      '发展融资担保、再担保机构，规范融资担保、再担保机构。',
    ],
    [
      'figures are alike',
      '增长了5万元.增速8个点.增长了7万元.增速6个点.',
      [
        [COMMA, 0.9],
        [STOP, 0.8],
        [LIST_COMMA, 0.5],
        [STOP, 0.9],
      ],
      '增长了5万元，增速8个点。增长了7万元，增速6个点。',
    ],
    [
      'other words on one side stay apart',
      '发展融资担保.再担保机构.规范融资担保.小额贷款.',
      [
        [LIST_COMMA, 0.9],
        [COMMA, 0.8],
        [COMMA, 0.5],
        [STOP, 0.9],
      ],
      '发展融资担保、再担保机构，规范融资担保，小额贷款。',
    ],
    [
      'the ends of lines stay apart',
      '融资担保.\n再担保机构.融资担保.\n再担保机构.',
      [
        [STOP, 0.9],
        [COMMA, 0.8],
        [COMMA, 0.5],
        [STOP, 0.9],
      ],
      '融资担保。\n再担保机构，融资担保，\n再担保机构。',
    ],
  ])('%s', (_what, before, readings, after) => {
    expect(shared(before, readings, shareRecurring)).toBe(after);
  });
});

describe('marks behind the headings of items', () => {
  const text = '(一)校舍安全.要建立台账.\n(二)消防安全.要配齐设施.\n(三)交通安全.要检查车辆.';
  const rest = [STOP, 0.9] as const;
  test.each<[what: string, text: string, readings: Readings, after: string]>([
    [
      'two that are sure decide for a third',
      text,
      [[STOP, 0.95], rest, [STOP, 0.95], rest, [COMMA, 0.3], rest],
      '(一)校舍安全。要建立台账。\n(二)消防安全。要配齐设施。\n(三)交通安全。要检查车辆。',
    ],
    [
      'one that is sure stays',
      text,
      [[STOP, 0.95], rest, [STOP, 0.95], rest, [COMMA, 0.95], rest],
      '(一)校舍安全。要建立台账。\n(二)消防安全。要配齐设施。\n(三)交通安全，要检查车辆。',
    ],
    [
      'two items are no series',
      '(一)校舍安全.要建立台账.\n(二)消防安全.要配齐设施.',
      [[STOP, 0.95], rest, [COMMA, 0.3], rest],
      '(一)校舍安全。要建立台账。\n(二)消防安全，要配齐设施。',
    ],
  ])('%s', (_what, before, readings, after) => {
    expect(shared(before, readings, shareItemHeadings)).toBe(after);
  });
});
