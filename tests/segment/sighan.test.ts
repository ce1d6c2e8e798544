import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { defaultDictionaries } from '../../src/dictionary/index.ts';
import { cutWords } from '../../src/segment/cut-words.ts';
import { engineFor } from '../../src/segment/engine.ts';
import { splitSentences } from '../../src/segment/index.ts';
import { goldSets, readGold, wordF1 } from '../../tools/word-score.ts';

const folder = fileURLToPath(new URL('../../../shared/suites/sighan/', import.meta.url));
const floors = JSON.parse(readFileSync(new URL('sighan-floors.json', import.meta.url), 'utf8'));

test.skipIf(!existsSync(folder)).each(goldSets)('words of the $name set', { timeout: 120_000 }, (set) => {
  const engine = engineFor(defaultDictionaries());
  const f1 = wordF1(readGold(folder, set), (text) => {
    const { starts, ends } = cutWords(text, splitSentences(text), engine, set.style);
    return Array.from(starts, (start, i) => text.slice(start, ends[i]));
  });
  expect(f1).toBeGreaterThanOrEqual(floors[set.name]);
});
