import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { Dictionaries, defaultDictionaries } from '../../src/dictionary/index.ts';
import { posTags } from '../../src/segment/index.ts';

/** The order is what the engine counts its nodes by, and it takes the logarithm of the frequency. */
test('the main dictionary is what the engine can read: word, frequency, tag; sorted, no word twice', () => {
  const lines = readFileSync(Dictionaries.packagedFile('words.txt'), 'utf8').split('\n');
  expect(lines.pop()).toBe('');
  let previous = Buffer.from('');
  for (const line of lines) {
    const [, word, tag] = /^(\S+) [1-9]\d* ([a-z]+)$/.exec(line) ?? [];
    if (!(posTags as readonly string[]).includes(tag))
      expect.fail(`${line} is not a word, a frequency and a tag`);
    const bytes = Buffer.from(word);
    if (Buffer.compare(previous, bytes) >= 0) expect.fail(`${line} is out of order or there twice`);
    previous = bytes;
  }
});

test('no word of the lexicon is without its part of speech', () => {
  for (const { word, pos } of defaultDictionaries().rows('lexicon')) expect(posTags, word).toContain(pos);
});
