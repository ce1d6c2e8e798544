import { describe, expect, test } from 'vitest';
import { isAccepted, labelled, labelledTextsExist, scoreLabelled } from './labels.ts';

/**
 * Dots of each text that must be among the accepted ones: a floor, raised when the model gets better. The model of a
 * third of the size gave two of the first away and won six of the second.
 */
const floors = { development: 257, test: 203 } as const;

describe.skipIf(!labelledTextsExist)('real flattened texts, labelled by hand', () => {
  test.each(Object.entries(labelled))('%s', (half, name) => {
    const accepted = scoreLabelled(name).filter(isAccepted).length;
    expect(accepted).toBeGreaterThanOrEqual(floors[half as keyof typeof floors]);
  });
});
