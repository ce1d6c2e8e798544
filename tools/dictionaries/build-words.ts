/**
 * Builds `dictionaries/words.txt`, the engine's main dictionary, from the one that comes with nodejieba (jieba, MIT):
 * a line a word, its frequency and its part of speech, as the engine reads it.
 *
 *     npx tsx tools/dictionaries/build-words.ts
 *
 * Left out are
 * - words of the frequency that jieba gives to what it never counted (3 and below; single characters stay): more than half
 *   of its words, many of them no words, and most of what the engine takes to load;
 * - words of four characters and more that are nothing but two others side by side (有关|部门): those that stand together
 *   no more often than their parts' frequencies have it, unless they are frequent themselves.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Dictionaries } from '../../src/dictionary/index.ts';

/** jieba's own count for words that it took over from lists without a count. */
const UNCOUNTED = 3;
/** Natural logarithm of how much more often than by chance the two parts must stand together. */
const LEAST_COHESION = 5;
/** A compound that is this frequent is a word all the same: 改革开放. */
const FREQUENT = 100;

interface Entry {
  readonly word: string;
  readonly frequency: number;
  readonly line: string;
}

const { DEFAULT_DICT } = createRequire(import.meta.url)('nodejieba') as { DEFAULT_DICT: string };
const entries = readFileSync(DEFAULT_DICT, 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line): Entry => {
    const [word, frequency] = line.split(' ');
    return { word, frequency: Number(frequency), line };
  });
const frequencies = new Map(entries.map(({ word, frequency }) => [word, frequency]));
const total = entries.reduce((sum, { frequency }) => sum + frequency, 0);

/** The pointwise mutual information of the two words that a compound is made of, the loosest cut; infinite where it has none. */
function cohesion({ word, frequency }: Entry): number {
  let loosest = Number.POSITIVE_INFINITY;
  for (let cut = 2; cut + 2 <= word.length; cut++) {
    const left = frequencies.get(word.slice(0, cut)) ?? 0;
    const right = frequencies.get(word.slice(cut)) ?? 0;
    if (left > UNCOUNTED && right > UNCOUNTED) {
      loosest = Math.min(loosest, Math.log((frequency * total) / left / right));
    }
  }
  return loosest;
}

const kept = entries.filter((entry) => {
  if ([...entry.word].length === 1) return true;
  if (entry.frequency <= UNCOUNTED) return false;
  return entry.word.length < 4 || entry.frequency > FREQUENT || cohesion(entry) > LEAST_COHESION;
});
// By code point, which is the order of UTF-8's bytes.
kept.sort((a, b) => Buffer.compare(Buffer.from(a.word), Buffer.from(b.word)));
writeFileSync(Dictionaries.packagedFile('words.txt'), kept.map(({ line }) => `${line}\n`).join(''));
console.log(`${kept.length} of ${entries.length} words`);
