import type { Root } from 'nlcst';
import type { Plugin } from 'unified';
import { defaultDictionaries } from '../dictionary/index.ts';
import { documentOf, textOf } from '../document/index.ts';
import { type DictionaryOptions, defineStep } from '../step.ts';
import { findMemberships } from './find-memberships.ts';
import { findMetrics } from './find-metrics.ts';
import { findProjects } from './find-projects.ts';
import { relateContext, relateLexicon } from './relate-context.ts';

/** Finds the facts that join entities: what figures measure, who works with whom, and who belongs to what. */
export const relate: Plugin<[DictionaryOptions?], Root> = ({ dictionaries = defaultDictionaries() } = {}) => {
  return (tree, file) => {
    const state = documentOf(file, () => textOf(tree));
    const { sentences, entities } = state;
    if (sentences === undefined || entities === undefined) {
      throw new RangeError("'relate' needs the entities of 'extract': use that plugin before it");
    }
    const context = relateContext(state.alignment.text, sentences, entities);
    const lexicon = relateLexicon(dictionaries);
    state.relations = [
      ...findMetrics(context, lexicon),
      ...findProjects(context, lexicon),
      ...findMemberships(context, lexicon),
    ];
  };
};

export const relateStep = defineStep<DictionaryOptions>({
  name: 'relate',
  plugin: relate,
  options: (_config, dictionaries) => ({ dictionaries }),
  edits: false,
  requires: ['sentences', 'entities'],
  provides: ['relations'],
});
