import { Dictionaries } from '../dictionary/index.ts';
import { figureTables } from './figure-tables.ts';
import { type Clues, readEndings } from './guess-tag.ts';
import { Jieba } from './jieba.ts';
import { lexiconWords, readVocabulary, type Vocabulary } from './lexicon.ts';
import { NewWords } from './new-words.ts';

/** jieba with the project's lexicon, and what the project knows of words. */
export interface Engine extends Vocabulary, Clues {
  readonly jieba: Jieba;
}

const key = Symbol('word engine');

/**
 * The engine for these dictionaries, loaded on first use.
 *
 * @throws GuiyiError GY401 or GY402 where a table is missing or broken
 */
export function engineFor(dictionaries: Dictionaries): Engine {
  return dictionaries.derived(key, (own): Engine => {
    // Both made by `tools/dictionaries` from what comes with nodejieba.
    const vocabulary = readVocabulary(Dictionaries.packagedFile('words.txt'), lexiconWords(own));
    return {
      ...vocabulary,
      jieba: new Jieba(vocabulary, new NewWords(Dictionaries.packagedFile('new-words.txt'))),
      figures: figureTables(own),
      endings: readEndings(own),
      surnames: new Set(own.rows('surnames').map(({ surname }) => surname)),
    };
  });
}
