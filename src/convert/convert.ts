import type { Root } from 'nlcst';
import type { Plugin } from 'unified';
import { editText } from '../document/index.ts';
import { type DictionaryOptions, defineStep } from '../step.ts';

export const convert: Plugin<[DictionaryOptions?], Root> = () => (tree, file) => {
  editText(tree, file, 'convert', () => []);
};

export const convertStep = defineStep<DictionaryOptions>({
  name: 'convert',
  plugin: convert,
  options: (_config, dictionaries) => ({ dictionaries }),
  edits: true,
  requires: [],
  provides: ['script'],
});
