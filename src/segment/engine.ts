import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Dictionaries } from '../dictionary/index.ts';
import { figureTables } from './figure-tables.ts';
import { type Clues, readEndings } from './guess-tag.ts';
import { engineLines, lexiconWords, readVocabulary, type Vocabulary } from './lexicon.ts';

/** The part of nodejieba that is used; its own types leave out the paths of its dictionaries. */
interface Jieba {
  load(files: Record<'dict' | 'userDict' | 'idfDict' | 'stopWordDict', string>): void;
  cut(text: string, newWords: boolean): string[];
}

/** nodejieba with the project's lexicon, and what the project knows of the words that it gives. */
export interface Engine extends Vocabulary, Clues {
  /**
   * Cuts text into words. Joined they are the text, apart from lone surrogates, which become U+FFFD.
   *
   * @param text of bounded length: the engine takes some 400 bytes a character up to the next separator
   */
  readonly cut: (text: string) => string[];
}

let jieba: Jieba | undefined;
/** nodejieba holds one dictionary a thread: this says whose it is. */
let loadedFor: Dictionaries | undefined;

const key = Symbol('word engine');

/**
 * The engine for these dictionaries, loaded on first use. Asked with other dictionaries it loads again, since
 * nodejieba holds one set of words a thread: keep to one set where speed matters.
 *
 * @throws GuiyiError GY401 or GY402 where a table is missing or broken
 */
export function engineFor(dictionaries: Dictionaries): Engine {
  const engine = dictionaries.derived(key, (own): Engine => {
    const words = lexiconWords(own);
    return {
      ...readVocabulary(mainDictionary(), words),
      figures: figureTables(own),
      endings: readEndings(own),
      surnames: new Set(own.rows('surnames').map(({ surname }) => surname)),
      cut: (text) => nodejieba().cut(text, true),
    };
  });
  if (loadedFor !== dictionaries) {
    load(dictionaries);
    loadedFor = dictionaries;
  }
  return engine;
}

/** jieba's dictionary without what it never counted: made by `tools/dictionaries/build-words.ts`. */
const mainDictionary = (): string => Dictionaries.packagedFile('words.txt');

function nodejieba(): Jieba {
  // Loaded when first needed: the native module must not weigh on `guiyi --help`.
  jieba ??= createRequire(import.meta.url)('nodejieba') as Jieba;
  return jieba;
}

function load(dictionaries: Dictionaries): void {
  const folder = mkdtempSync(join(tmpdir(), 'guiyi-words-'));
  try {
    const userDict = join(folder, 'user.txt');
    const idfDict = join(folder, 'idf.txt');
    writeFileSync(userDict, engineLines(lexiconWords(dictionaries)));
    // Keyword extraction alone needs weights and stop words, and reading them takes a fifth of the start.
    // The engine aborts the process where there is not one of them.
    writeFileSync(idfDict, '的 1\n');
    nodejieba().load({ dict: mainDictionary(), userDict, idfDict, stopWordDict: idfDict });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
