import type { Root } from 'nlcst';
import type { Plugin } from 'unified';
import { editText } from '../document/index.ts';
import { type DictionaryOptions, defineStep } from '../step.ts';

export const repair: Plugin<[DictionaryOptions?], Root> = () => (tree, file) => {
  editText(tree, file, 'repair', () => []);
};

export const repairStep = defineStep<DictionaryOptions>({
  name: 'repair',
  plugin: repair,
  options: (_config, dictionaries) => ({ dictionaries }),
  edits: true,
  requires: [],
  provides: [],
});
