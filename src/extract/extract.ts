import type { Root } from 'nlcst';
import type { Plugin } from 'unified';
import { documentOf, textOf } from '../document/index.ts';
import { type DictionaryOptions, defineStep } from '../step.ts';

export const extract: Plugin<[DictionaryOptions?], Root> = () => (tree, file) => {
  const state = documentOf(file, () => textOf(tree));
  state.entities = [];
};

export const extractStep = defineStep<DictionaryOptions>({
  name: 'extract',
  plugin: extract,
  options: (_config, dictionaries) => ({ dictionaries }),
  edits: false,
  requires: ['sentences', 'tokens'],
  provides: ['entities'],
});
