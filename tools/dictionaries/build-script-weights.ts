/**
 * Makes `dictionaries/script-weights.tsv`: for each character, how much it speaks for Simplified.
 *
 * OpenCC's phrases are 49,000 pairs of the same phrase in both scripts. How often a character occurs on
 * either side gives the logarithm of the odds; characters in no phrase are judged by the character lists.
 *
 *     npx tsx tools/dictionaries/build-script-weights.ts
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import hkVariants from 'opencc-js/dict/HKVariants';
import stCharacters from 'opencc-js/dict/STCharacters';
import stPhrases from 'opencc-js/dict/STPhrases';
import tsCharacters from 'opencc-js/dict/TSCharacters';
import twVariants from 'opencc-js/dict/TWVariants';
import { loadTable, packagedDictionaries, tables } from '../../src/dictionary/index.ts';

const pairsOf = (list: string) => list.split('|').map((entry) => entry.split(' ') as [string, string]);
const LIMIT = 5;
/** A character that both sides have must never outweigh one that only one side has (巨 in 巨集替換). */
const BOTH_LIMIT = 1.2;
/** Weight of a character that only the character lists know. */
const UNSEEN = 3;
/** Characters whose script depends on the word that they stand in. */
const BOTH_SCRIPTS = '著着瞭覆藉沈么';

const simplified = new Map<string, number>();
const traditional = new Map<string, number>();
const count = (counts: Map<string, number>, text: string) => {
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
};
for (const [from, to] of pairsOf(stPhrases)) {
  count(simplified, from);
  count(traditional, to);
}

const weights = new Map<string, number>();
for (const [from, to] of pairsOf(tsCharacters)) if (from !== to) weights.set(from, -UNSEEN);
for (const [from, to] of pairsOf(stCharacters))
  if (from !== to && !weights.has(from)) weights.set(from, UNSEEN);
for (const character of new Set([...simplified.keys(), ...traditional.keys()])) {
  const inSimplified = simplified.get(character) ?? 0;
  const inTraditional = traditional.get(character) ?? 0;
  const limit = inSimplified > 0 && inTraditional > 0 ? BOTH_LIMIT : LIMIT;
  const odds = Math.log((inSimplified + 0.5) / (inTraditional + 0.5));
  weights.set(character, Math.max(-limit, Math.min(limit, odds)));
}
// Regional standard forms: OpenCC's phrases have other forms, so that a count says nothing about these.
for (const [standard, regional] of [...pairsOf(hkVariants), ...pairsOf(twVariants)]) {
  const isSimplified = !pairsOf(tsCharacters).some(([from, to]) => from === regional && from !== to);
  weights.set(regional, isSimplified ? 0 : -UNSEEN);
  if ((weights.get(standard) ?? 0) > 0) weights.set(standard, 0);
}

// Old forms that OpenCC does not know speak for Traditional; characters that either script has in names or
// in some of their senses speak for neither.
const { rows: variants } = loadTable(join(packagedDictionaries, tables['variant-characters'].file), [
  ...tables['variant-characters'].columns,
]);
for (const { variant } of variants) weights.set(variant, -UNSEEN);
const { rows: names } = loadTable(join(packagedDictionaries, tables['name-characters'].file), [
  ...tables['name-characters'].columns,
]);
for (const character of [...names.map((row) => row.character), ...BOTH_SCRIPTS]) weights.set(character, 0);

const rows = [...weights]
  .filter(([, weight]) => Math.abs(weight) >= 0.7)
  .sort(([a], [b]) => (a.codePointAt(0) as number) - (b.codePointAt(0) as number))
  .map(([character, weight]) => `${character}\t${weight.toFixed(1)}\topencc\n`);
writeFileSync(
  join(packagedDictionaries, 'script-weights.tsv'),
  `character\tweight\torigin\n${rows.join('')}`,
);
console.log(`${rows.length} characters`);
