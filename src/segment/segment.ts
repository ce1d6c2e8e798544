import type { Root } from 'nlcst';
import type { Plugin } from 'unified';
import { documentOf, textOf } from '../document/index.ts';
import { type DictionaryOptions, defineStep } from '../step.ts';

export const segment: Plugin<[DictionaryOptions?], Root> = () => (tree, file) => {
  const state = documentOf(file, () => textOf(tree));
  state.sentences = { starts: new Uint32Array(), ends: new Uint32Array() };
  state.tokens = { starts: new Uint32Array(), ends: new Uint32Array(), pos: new Uint8Array(), posTags: [] };
};

export const segmentStep = defineStep<DictionaryOptions>({
  name: 'segment',
  plugin: segment,
  options: (_config, dictionaries) => ({ dictionaries }),
  edits: false,
  requires: ['blocks'],
  provides: ['sentences', 'tokens'],
});
