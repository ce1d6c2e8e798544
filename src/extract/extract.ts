import type { Root } from 'nlcst';
import type { Plugin } from 'unified';
import { defaultDictionaries } from '../dictionary/index.ts';
import { documentOf, textOf } from '../document/index.ts';
import { type DictionaryOptions, defineStep } from '../step.ts';
import { recognize } from './recognize.ts';
import { retokenize } from './retokenize.ts';

/** Finds what the text names and measures. Needs the sentences and tokens of `segment`; changes no text. */
export const extract: Plugin<[DictionaryOptions?], Root> = ({
  dictionaries = defaultDictionaries(),
} = {}) => {
  return (tree, file) => {
    const state = documentOf(file, () => textOf(tree));
    const { sentences, tokens } = state;
    if (sentences === undefined || tokens === undefined) {
      throw new RangeError("'extract' needs the tokens of 'segment': use that plugin before it");
    }
    const { text } = state.alignment;
    state.entities = recognize({
      text,
      alignment: state.alignment,
      sentences,
      tokens,
      source: state.source,
      dictionaries,
    });
    state.tokens = retokenize(tokens, state.entities);
  };
};

export const extractStep = defineStep<DictionaryOptions>({
  name: 'extract',
  plugin: extract,
  options: (_config, dictionaries) => ({ dictionaries }),
  edits: false,
  requires: ['sentences', 'tokens'],
  provides: ['entities'],
});
