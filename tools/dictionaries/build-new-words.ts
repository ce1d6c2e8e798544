/**
 * Builds `dictionaries/new-words.txt`, the model of new words, from the one that comes with nodejieba (jieba, MIT):
 * a line for the start, one for each state (begin, end, middle, single), then a line a character, each with four natural
 * logarithms in that order; `-` for never.
 *
 *     npx tsx tools/dictionaries/build-new-words.ts
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Dictionaries } from '../../src/dictionary/index.ts';

const STATES = ['begin', 'end', 'middle', 'single'];
const { DEFAULT_HMM_DICT } = createRequire(import.meta.url)('nodejieba') as { DEFAULT_HMM_DICT: string };
const lines = readFileSync(DEFAULT_HMM_DICT, 'utf8')
  .split('\n')
  .map((line) => line.trim())
  .filter((line) => line !== '' && !line.startsWith('#'));

const cell = (logarithm: string) => (Number(logarithm) < -1e50 ? '-' : logarithm);
const row = (name: string, cells: readonly string[]) => `${name} ${cells.map(cell).join(' ')}\n`;

const characters = new Map<string, string[]>();
for (let state = 0; state < STATES.length; state++) {
  for (const pair of lines[1 + STATES.length + state].split(',')) {
    const colon = pair.lastIndexOf(':');
    const character = pair.slice(0, colon);
    const cells = characters.get(character) ?? STATES.map(() => '-3.14e100');
    cells[state] = pair.slice(colon + 1);
    characters.set(character, cells);
  }
}
const sorted = [...characters].sort(([a], [b]) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
writeFileSync(
  Dictionaries.packagedFile('new-words.txt'),
  row('start', lines[0].split(' ')) +
    STATES.map((name, state) => row(name, lines[1 + state].split(' '))).join('') +
    sorted.map(([character, cells]) => row(character, cells)).join(''),
);
console.log(`${characters.size} characters`);
