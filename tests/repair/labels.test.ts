import { describe, expect, test } from 'vitest';
import { isAccepted, labelled, labelledTextsExist, scoreLabelled } from './labels.ts';

/** Dots of each text that must be among the accepted ones, of 280 and 224: floors, raised when the model gets better. */
const floors = { development: 268, test: 211 } as const;

describe.skipIf(!labelledTextsExist)('real flattened texts, labelled by hand', () => {
  test.each(Object.entries(labelled))('%s', (half, name) => {
    const accepted = scoreLabelled(name).filter(isAccepted).length;
    expect(accepted).toBeGreaterThanOrEqual(floors[half as keyof typeof floors]);
  });
});
