import type { Root } from 'nlcst';
import type { Plugin } from 'unified';
import type { Edit } from '../alignment/index.ts';
import { type Dictionaries, defaultDictionaries } from '../dictionary/index.ts';
import { editText } from '../document/index.ts';
import { type DictionaryOptions, defineStep } from '../step.ts';
import { type ChainName, OpenccChain } from './opencc-chain.ts';
import { documentScript, passagesOf, scriptWeights } from './passages.ts';

export interface ConvertOptions extends DictionaryOptions {
  /** Which text is converted. Default `auto`. */
  readonly script?: 'auto' | 'hant' | 'keep';
}

const chains = Symbol('opencc chains');

/** A character that weighs this much or more for Traditional is never right in Simplified text. */
const NEVER_SIMPLIFIED = -4;

/**
 * Converts what is Traditional to Simplified and leaves the rest alone: passages that are Traditional by the
 * chain, and in Simplified passages single characters that no Simplified text has (平臺 between 平台).
 */
export const convert: Plugin<[ConvertOptions?], Root> = (options = {}) => {
  const { script = 'auto', dictionaries = defaultDictionaries() } = options;
  return (tree, file) => {
    editText(tree, file, 'convert', (text, state) => {
      const weights = scriptWeights(dictionaries);
      const passages = passagesOf(text, weights);
      state.script = documentScript(text, passages);
      if (script === 'keep') return [];
      const chain = chainOf('t2s', dictionaries);
      const edits: Edit[] = [];
      for (const passage of passages) {
        const found: Edit[] = [];
        chain.replay(text, passage.start, passage.end, found);
        for (const edit of found) {
          const isWhole = script === 'hant' || passage.script === 'Hant';
          if (isWhole || isNeverSimplified(text, edit, weights)) edits.push(edit);
        }
      }
      return edits;
    });
  };
};

function isNeverSimplified(text: string, { from, to }: Edit, weights: Float32Array): boolean {
  for (let at = from; at < to; at++) if (weights[text.charCodeAt(at)] > NEVER_SIMPLIFIED) return false;
  return true;
}

/** The chain of that name, built once for a set of dictionaries. */
export function chainOf(name: ChainName, dictionaries: Dictionaries): OpenccChain {
  const built = dictionaries.derived(chains, () => new Map<ChainName, OpenccChain>());
  let chain = built.get(name);
  if (chain === undefined) {
    chain = new OpenccChain(name);
    built.set(name, chain);
  }
  return chain;
}

export const convertStep = defineStep<ConvertOptions>({
  name: 'convert',
  plugin: convert,
  options: ({ script }, dictionaries) => ({ script, dictionaries }),
  edits: true,
  requires: [],
  provides: ['script'],
});
