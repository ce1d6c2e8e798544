import type { Root } from 'nlcst';
import type { Plugin } from 'unified';
import { defaultDictionaries } from '../dictionary/index.ts';
import { documentOf, textOf } from '../document/index.ts';
import { type DictionaryOptions, defineStep } from '../step.ts';
import { cutWords } from './cut-words.ts';
import { engineFor } from './engine.ts';
import type { WordStyle } from './shape-words.ts';
import { splitSentences } from './split-sentences.ts';

/** What `segment` can be told. */
export interface SegmentOptions extends DictionaryOptions {
  readonly words?: WordStyle;
}

/**
 * Finds the sentences and words of a text that is already Simplified and clean. Changes no text; the results stand in
 * columns in the document's state, and `wordTree` makes a tree of them for whoever wants one.
 *
 * @throws GuiyiError GY401 or GY402 where a dictionary is missing or broken
 */
export const segment: Plugin<[SegmentOptions?], Root> = ({
  dictionaries = defaultDictionaries(),
  words = 'whole',
} = {}) => {
  return (tree, file) => {
    const state = documentOf(file, () => textOf(tree));
    const { text } = state.alignment;
    state.sentences = splitSentences(text);
    state.tokens = cutWords(text, state.sentences, engineFor(dictionaries), words);
  };
};

export const segmentStep = defineStep<SegmentOptions>({
  name: 'segment',
  plugin: segment,
  options: ({ words }, dictionaries) => ({ dictionaries, words }),
  edits: false,
  requires: ['blocks'],
  provides: ['sentences', 'tokens'],
});
