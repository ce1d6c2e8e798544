/**
 * Builds `dictionaries/character-frequencies.tsv`: how common each character is in Chinese public
 * documents, as whole bits of surprise (-log2 of its share), in both scripts. The decode step tells
 * encodings apart by it.
 *
 *     npx tsx tools/dictionaries/build-character-frequencies.ts CORPUS
 *
 * CORPUS is a folder of gzipped Simplified texts, a paragraph a line and a blank line between documents.
 * Each file counts the same, however long. Every second document is left out, for `evaluate-encodings.ts`.
 * The Traditional shares come from the same text through opencc-js (s2t, s2tw and s2hk alike).
 * Only the shares are kept; no sentence can be had from them.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Converter } from 'opencc-js/cn2t';
import { packagedDictionaries } from '../../src/dictionary/index.ts';
import { corpusFiles, documentsOf } from '../corpus.ts';

/** Characters counted a file: more changes no figure, and the largest file has a hundred times as many. */
const CHARACTERS_PER_FILE = 1_500_000;
/** Shares below 2^-20, one in a million, are noise; the decode step gives all rarer characters one price. */
const RAREST_BITS = 20;
const COUNTED = /^[\p{L}\p{N}\p{P}\p{S}\u3000]$/u;

const traditional = (['t', 'tw', 'hk'] as const).map((to) => Converter({ from: 'cn', to }));

/** Adds the shares of a text's characters, ASCII left out, each text weighing the same. */
function addShares(shares: Map<string, number>, text: string): void {
  const counts = new Map<string, number>();
  let total = 0;
  for (const character of text) {
    total++;
    if (character > '\x7f' && COUNTED.test(character))
      counts.set(character, (counts.get(character) ?? 0) + 1);
  }
  for (const [character, count] of counts)
    shares.set(character, (shares.get(character) ?? 0) + count / total);
}

function rowsOf(script: string, shares: ReadonlyMap<string, number>, texts: number): string[] {
  const classes = new Map<number, string[]>();
  for (const [character, share] of shares) {
    const bits = Math.max(1, Math.round(-Math.log2(share / texts)));
    if (bits > RAREST_BITS) continue;
    const members = classes.get(bits) ?? [];
    classes.set(bits, members);
    members.push(character);
  }
  return [...classes].map(([bits, members]) => {
    members.sort((a, b) => a.codePointAt(0)! - b.codePointAt(0)!);
    return [script, String(bits).padStart(2, '0'), members.join(''), 'guiyi-statistics'].join('\t');
  });
}

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('usage: build-character-frequencies.ts CORPUS');
const hans = new Map<string, number>();
const hant = new Map<string, number>();
const files = corpusFiles(folder);
for (const file of files) {
  let text = '';
  const documents = documentsOf(file).filter((_, index) => index % 2 === 0);
  const step = Math.max(1, Math.floor(documents.join('').length / CHARACTERS_PER_FILE));
  for (let i = 0; i < documents.length && text.length < CHARACTERS_PER_FILE; i += step) text += documents[i];
  text = text.slice(0, CHARACTERS_PER_FILE);
  addShares(hans, text);
  for (const convert of traditional) addShares(hant, convert(text));
}
const rows = [
  ...rowsOf('Hans', hans, files.length),
  ...rowsOf('Hant', hant, files.length * traditional.length),
].sort();
writeFileSync(
  join(packagedDictionaries, 'character-frequencies.tsv'),
  ['script\tbits\tcharacters\torigin', ...rows, ''].join('\n'),
);
console.log(`${hans.size} characters in Simplified, ${hant.size} in Traditional texts, ${rows.length} rows`);
