import type { Root } from 'nlcst';
import type { Plugin } from 'unified';
import { documentOf, textOf } from '../document/index.ts';
import { type DictionaryOptions, defineStep } from '../step.ts';

export const relate: Plugin<[DictionaryOptions?], Root> = () => (tree, file) => {
  const state = documentOf(file, () => textOf(tree));
  state.relations = [];
};

export const relateStep = defineStep<DictionaryOptions>({
  name: 'relate',
  plugin: relate,
  options: (_config, dictionaries) => ({ dictionaries }),
  edits: false,
  requires: ['entities'],
  provides: ['relations'],
});
