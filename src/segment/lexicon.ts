import { readFileSync } from 'node:fs';
import type { Dictionaries } from '../dictionary/index.ts';
import { posIndex, posTags } from './pos-tags.ts';
import { WordTrie } from './word-trie.ts';

/** A word of the project's own tables. */
export interface LexiconWord {
  readonly word: string;
  /** One of {@link posTags}. */
  readonly pos: string;
  /** How often the word stands in a text of jieba's size (60 million words); its weight against its parts. */
  readonly frequency: number;
}

const HAN_ONLY = /^\p{Script=Han}+$/u;
const OTHER_THAN_HAN = /\P{Script=Han}+/u;

/** How often names of divisions and organs are taken to stand: enough to win over their parts. */
const NAME_FREQUENCY = 50;

/**
 * Every word that the project's tables give; where two give the same, the later one wins.
 *
 * To give the engine another table's names, add its rows here. Names of two characters stay out: 和平 is a peace more often
 * than a district.
 */
export function lexiconWords(dictionaries: Dictionaries): LexiconWord[] {
  const words: LexiconWord[] = [];
  const addName = (word: string, pos: string) => {
    if (word.length > 2) words.push({ word, pos, frequency: NAME_FREQUENCY });
  };
  for (const { name } of dictionaries.rows('divisions')) addName(name, 'ns');
  for (const { name, abbreviations } of dictionaries.rows('organs')) {
    addName(name, 'nt');
    for (const abbreviation of abbreviations.split('|')) addName(abbreviation, 'nt');
  }
  for (const { word, pos, frequency } of dictionaries.rows('lexicon')) {
    // `guiyi check` names bad cells; here they must not reach the sums.
    words.push({
      word,
      pos: posTags[posIndex(pos)],
      frequency: Math.min(1e8, Math.max(1, Math.trunc(Number(frequency)) || 1)),
    });
  }
  return words;
}

/** What is known of words. */
export interface Vocabulary {
  /** Every word, with the logarithm of its share of all words and its tag as an index of {@link posTags}. */
  readonly words: WordTrie;
  /** The weight of a character that is no word: that of the rarest word. */
  readonly least: number;
  /** Characters that the project's tables give as words: no new word takes them in. */
  readonly ownCharacters: ReadonlySet<number>;
  /** Words such as B超 and 卡拉OK, which no run of Han holds, by their first part that is not Han. Longest first. */
  readonly mixed: ReadonlyMap<string, readonly string[]>;
  /** By UTF-16 unit: the share of a character's occurrences that lie within longer words. */
  readonly bonds: Float32Array;
}

/**
 * Reads jieba's dictionary, and lays the project's words over it.
 *
 * @param mainDictionary path of a file in jieba's format, sorted: word, frequency, tag
 * @param own the project's words; theirs win
 */
export function readVocabulary(mainDictionary: string, own: readonly LexiconWord[]): Vocabulary {
  const content = readFileSync(mainDictionary, 'utf8');
  const words = new WordTrie(countNodes(content) + own.reduce((sum, { word }) => sum + word.length, 0));
  const mixed = new Map<string, string[]>();
  const addMixed = (word: string) => {
    if (HAN_ONLY.test(word) || !/\p{Script=Han}/u.test(word)) return;
    const part = OTHER_THAN_HAN.exec(word)![0];
    const known = mixed.get(part);
    if (known === undefined) mixed.set(part, [word]);
    else if (!known.includes(word)) known.push(word);
  };
  const within = new Float64Array(0x10000);
  const alone = new Float64Array(0x10000);
  let total = 0;
  let rarest = Number.POSITIVE_INFINITY;
  for (let start = 0; start < content.length; ) {
    let end = content.indexOf('\n', start);
    if (end < 0) end = content.length;
    const wordEnd = content.indexOf(' ', start);
    const tagStart = content.indexOf(' ', wordEnd + 1) + 1;
    if (wordEnd > start && tagStart > wordEnd && tagStart <= end) {
      const frequency = Number(content.slice(wordEnd + 1, tagStart - 1));
      total += frequency;
      if (frequency < rarest) rarest = frequency;
      if (wordEnd - start === 1) alone[content.charCodeAt(start)] += frequency;
      else for (let at = start; at < wordEnd; at++) within[content.charCodeAt(at)] += frequency;
      words.set(content, start, wordEnd, frequency, posIndex(content.slice(tagStart, end)));
      if (content.charCodeAt(start) < 0x3000 || content.charCodeAt(wordEnd - 1) < 0x3000)
        addMixed(content.slice(start, wordEnd));
    }
    start = end + 1;
  }
  const weigh = (frequency: number) => Math.log(frequency / total);
  words.reweigh(weigh);
  const ownCharacters = new Set<number>();
  for (const { word, pos, frequency } of own) {
    if (word === '') continue;
    words.set(word, 0, word.length, weigh(frequency), posIndex(pos));
    if ([...word].length === 1) ownCharacters.add(word.codePointAt(0)!);
    addMixed(word);
  }
  for (const group of mixed.values()) group.sort((a, b) => b.length - a.length);
  // One is added on both sides, so that what was never seen stays between.
  const bonds = Float32Array.from(within, (inside, unit) => (inside + 1) / (inside + alone[unit] + 2));
  return { words, least: weigh(rarest), ownCharacters, mixed, bonds };
}

/** How many nodes the words of a dictionary need: of each, what it does not share with the word before it. */
function countNodes(content: string): number {
  let nodes = 0;
  let previous = 0;
  for (let start = 0; start < content.length; ) {
    let at = start;
    for (
      let before = previous;
      content.charCodeAt(at) === content.charCodeAt(before) && at > before;
      before++
    ) {
      if (content.charCodeAt(at) === 0x20) break;
      at++;
    }
    nodes += Math.max(0, content.indexOf(' ', start) - at);
    const end = content.indexOf('\n', start);
    if (end < 0) break;
    previous = start;
    start = end + 1;
  }
  return nodes;
}
