import { readFileSync } from 'node:fs';
import type { Dictionaries } from '../dictionary/index.ts';
import { posIndex, posTags } from './pos-tags.ts';
import { WordTable } from './word-table.ts';

/** A word of the project's own tables on its way into the engine. */
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
    // `guiyi check` names bad cells; here they must not reach the engine, which trusts its files.
    words.push({
      word,
      pos: posTags[posIndex(pos)],
      frequency: Math.min(1e8, Math.max(1, Math.trunc(Number(frequency)) || 1)),
    });
  }
  return words;
}

/** Words as the engine reads them: a line a word, its frequency and its part of speech. */
export function engineLines(words: readonly LexiconWord[]): string {
  return words
    .filter(({ word }) => HAN_ONLY.test(word))
    .map(({ word, pos, frequency }) => `${word} ${frequency} ${pos}\n`)
    .join('');
}

/** What is known of words: parts of speech, and the few that mix Han with other characters. */
export interface Vocabulary {
  readonly tags: WordTable;
  /** Words such as B超 and 卡拉OK, which no run of Han holds, by their first part that is not Han. Longest first. */
  readonly mixed: ReadonlyMap<string, readonly string[]>;
  /** By UTF-16 unit: the share of a character's occurrences that lie within longer words. */
  readonly bonds: Float32Array;
  /** Surnames of one character and of two. */
  readonly surnames: ReadonlySet<string>;
}

/**
 * Reads the engine's main dictionary once more, for what the engine knows but tells only slowly.
 *
 * @param mainDictionary path of a file in jieba's format: word, frequency, tag
 * @param own the project's words; theirs win
 */
export function readVocabulary(
  mainDictionary: string,
  own: readonly LexiconWord[],
): Pick<Vocabulary, 'tags' | 'mixed' | 'bonds'> {
  const content = readFileSync(mainDictionary, 'utf8');
  let lines = 0;
  for (let at = content.indexOf('\n'); at >= 0; at = content.indexOf('\n', at + 1)) lines++;
  const tags = new WordTable(lines + 1 + own.length);
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
  for (let start = 0; start < content.length; ) {
    let end = content.indexOf('\n', start);
    if (end < 0) end = content.length;
    const wordEnd = content.indexOf(' ', start);
    const tagStart = content.indexOf(' ', wordEnd + 1) + 1;
    if (wordEnd > start && tagStart > wordEnd && tagStart <= end) {
      const frequency = Number(content.slice(wordEnd + 1, tagStart - 1));
      if (wordEnd - start === 1) alone[content.charCodeAt(start)] += frequency;
      else for (let at = start; at < wordEnd; at++) within[content.charCodeAt(at)] += frequency;
      tags.set(content, start, wordEnd, posIndex(content.slice(tagStart, end)));
      if (content.charCodeAt(start) < 0x3000 || content.charCodeAt(wordEnd - 1) < 0x3000)
        addMixed(content.slice(start, wordEnd));
    }
    start = end + 1;
  }
  for (const { word, pos } of own) {
    tags.set(word, 0, word.length, posIndex(pos));
    addMixed(word);
  }
  for (const words of mixed.values()) words.sort((a, b) => b.length - a.length);
  // One is added on both sides, so that what was never seen stays between.
  const bonds = Float32Array.from(within, (inside, unit) => (inside + 1) / (inside + alone[unit] + 2));
  return { tags, mixed, bonds };
}
