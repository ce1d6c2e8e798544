import type { Root } from 'nlcst';
import type { Plugin } from 'unified';
import { type Edit, textSpan } from '../alignment/index.ts';
import { type Dictionaries, defaultDictionaries } from '../dictionary/index.ts';
import { editText, report, type ScriptFinding } from '../document/index.ts';
import { type DictionaryOptions, defineStep } from '../step.ts';
import { type ChainName, OpenccChain } from './opencc-chain.ts';
import { OwnLists, type Settled } from './own-lists.ts';
import { PassageConverter, type ZheReading } from './passage-converter.ts';
import { documentScript, type Passage, passagesOf } from './passages.ts';
import type { PhraseValue } from './phrase-table.ts';
import { type Forms, regionalForms } from './regional-forms.ts';
import { scriptWeights } from './script-weights.ts';

export interface ConvertOptions extends DictionaryOptions {
  /** Which text is converted. Default `auto`. */
  readonly script?: 'auto' | 'hant' | 'keep';
  /** Whose Traditional forms the text has. Default `auto`: as the text shows. */
  readonly forms?: 'auto' | Forms;
  /** Whether Taiwan and Hong Kong words become Mainland ones. Default false. */
  readonly vocabulary?: boolean;
  /** Whether Simplified forms are used that many fonts lack. Default false. */
  readonly rareCharacters?: boolean;
}

/**
 * Converts what is Traditional to Simplified and leaves the rest alone: passages that are Traditional by
 * rules about words and names and then by OpenCC's chain; in Simplified passages only characters that no
 * Simplified text has (平臺 between 平台). The user's own lists win over all of that.
 */
export const convert: Plugin<[ConvertOptions?], Root> = (options = {}) => {
  return (tree, file) => {
    editText(tree, file, 'convert', (text, state) => {
      const { script, edits, settled } = conversionOf(text, options);
      state.script = script;
      // What a row keeps leaves no edit: a finding says that it was kept, and by which row.
      for (const { from, to, kept } of settled) {
        if (kept === undefined) continue;
        report(file, state, { severity: 'info', rule: 'protected', reason: kept, at: textSpan(from, to) });
      }
      return edits;
    });
  };
};

/** The script of a text, and the edits that convert it; positions are UTF-16 units. */
export function conversionOf(
  text: string,
  options: ConvertOptions = {},
): { readonly script: ScriptFinding; readonly edits: Edit[]; readonly settled: readonly Settled[] } {
  const { script = 'auto', forms = 'auto', dictionaries = defaultDictionaries() } = options;
  const passages = passagesOf(text, scriptWeights(dictionaries));
  const shown = regionalForms(text, passages);
  const finding = documentScript(text, passages, shown);
  const settled = OwnLists.of(dictionaries).settle(text);
  const edits: Edit[] = [];
  if (script === 'keep')
    return { script: finding, edits: settled.flatMap(({ edit }) => edit ?? []), settled };
  const name = chainName(forms, shown.forms, options.vocabulary ?? false);
  const chain = chainOf(name, options.rareCharacters ?? false, dictionaries);
  // Who names the forms asks for OpenCC's conversion from them: there its phrases come first.
  const zhe = zheReading(text, passages, forms);
  const converter = new PassageConverter(chain, zhe, forms !== 'auto', dictionaries);
  let first = 0;
  for (const passage of script === 'hant' ? whole(text) : passages) {
    while (first < settled.length && settled[first].to <= passage.start) first++;
    converter.convert(text, passage, settled, first, edits);
  }
  return { script: finding, edits, settled };
}

function whole(text: string): Passage[] {
  return text === '' ? [] : [{ start: 0, end: text.length, script: 'Hant' }];
}

/**
 * The chain for a text. Regional chains earn their second pass only by vocabulary: for the rest of what they
 * do, t2s with our tables gives the same text (tested), so `auto` needs them for nothing else. Text that
 * shows no region's forms is taken for Taiwan's, whose words OpenCC knows most of.
 */
function chainName(forms: 'auto' | Forms, shown: Forms | undefined, vocabulary: boolean): ChainName {
  if (!vocabulary) return forms === 'tw' ? 'tw2s' : forms === 'hk' ? 'hk2s' : 't2s';
  return (forms === 'auto' ? shown : forms) === 'hk' ? 'hk2sp' : 'tw2sp';
}

/**
 * Taiwan writes the particle 着 as 著; OpenCC and Hong Kong do not. A Traditional text that has 着 keeps the
 * two apart, so that 著 is the particle only where a phrase says so.
 */
function zheReading(text: string, passages: readonly Passage[], forms: 'auto' | Forms): ZheReading {
  if (forms === 'opencc' || forms === 'hk') return 'never';
  if (forms === 'tw') return 'particle';
  let passage = 0;
  let hasParticle = false;
  for (let at = text.indexOf('着'); at !== -1 && !hasParticle; at = text.indexOf('着', at + 1)) {
    while (passages[passage].end <= at) passage++;
    hasParticle = passages[passage].script === 'Hant';
  }
  return hasParticle ? 'phrases' : 'particle';
}

const chains = Symbol('opencc chains');

/** The chain of that name with the tables' own characters, built once for a set of dictionaries. */
function chainOf(name: ChainName, rareCharacters: boolean, dictionaries: Dictionaries): OpenccChain {
  const built = dictionaries.derived(chains, () => new Map<string, OpenccChain>());
  const key = `${name} ${rareCharacters}`;
  let chain = built.get(key);
  if (chain === undefined) {
    const extra: PhraseValue[] = dictionaries
      .rows('variant-characters')
      .map(({ variant, standard }) => ({ phrase: variant, insert: standard, list: 'variant-characters' }));
    if (rareCharacters) {
      for (const { traditional, simplified } of dictionaries.rows('rare-characters')) {
        extra.push({ phrase: traditional, insert: simplified, list: 'rare-characters' });
      }
    }
    chain = new OpenccChain(name, extra);
    built.set(key, chain);
  }
  return chain;
}

export const convertStep = defineStep<ConvertOptions>({
  name: 'convert',
  plugin: convert,
  options: ({ script, forms, vocabulary, rareCharacters }, dictionaries) => ({
    script,
    forms,
    vocabulary,
    rareCharacters,
    dictionaries,
  }),
  edits: true,
  requires: [],
  provides: ['script'],
});
