import type { Root } from 'nlcst';
import type { Plugin } from 'unified';
import { editText } from '../document/index.ts';
import { type DictionaryOptions, defineStep } from '../step.ts';

export const clean: Plugin<[DictionaryOptions?], Root> = () => (tree, file) => {
  editText(tree, file, 'clean', () => []);
};

export const cleanStep = defineStep<DictionaryOptions>({
  name: 'clean',
  plugin: clean,
  options: (_config, dictionaries) => ({ dictionaries }),
  edits: true,
  requires: [],
  provides: [],
});
