import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { scoreSound } from '../../tools/evaluate/sound.ts';

const corpus = fileURLToPath(new URL('../../../shared/corpus', import.meta.url));

describe.skipIf(!existsSync(corpus))('ten thousand sound paragraphs', () => {
  test('no mark changes outside width and pairing', { timeout: 300_000 }, () => {
    const { seen, marksChanged } = scoreSound(corpus, 10_000);
    expect(seen).toBeGreaterThanOrEqual(10_000);
    expect(marksChanged).toBe(0);
  });
});
