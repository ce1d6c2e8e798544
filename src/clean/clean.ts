import type { Root } from 'nlcst';
import type { Plugin } from 'unified';
import { type Dictionaries, defaultDictionaries } from '../dictionary/index.ts';
import { type Finding, openText, report } from '../document/index.ts';
import { findWraps } from '../parse/index.ts';
import { type DictionaryOptions, defineStep } from '../step.ts';
import { CharacterRound, type CharacterRule } from './character-rule.ts';
import { compatibilityIdeographs } from './compatibility-ideographs.ts';
import { controlCharacters } from './control-characters.ts';
import { fullWidthForms } from './full-width-forms.ts';
import { fullWidthMarks } from './full-width-marks.ts';
import { invisibleCharacters } from './invisible-characters.ts';
import { lineEdges } from './line-edges.ts';
import { lineEnds } from './line-ends.ts';
import { loneSurrogates } from './lone-surrogates.ts';
import { lookAlikes } from './look-alikes.ts';
import { markForms } from './mark-forms.ts';
import { NameLists } from './name-lists.ts';
import { privateUse } from './private-use.ts';
import { radicals } from './radicals.ts';
import { type Spacing, straySpaces } from './stray-spaces.ts';
import { variationSelectors } from './variation-selectors.ts';

export interface CleanOptions extends DictionaryOptions {
  /** Spaces between Han characters and digits or Latin letters. Default `strip`. */
  readonly spacing?: Spacing;
}

/** Rules that need no neighbours, or none that another rule changes. */
const first: readonly CharacterRule[] = [
  lineEnds,
  controlCharacters,
  loneSurrogates,
  invisibleCharacters,
  variationSelectors,
  compatibilityIdeographs,
  radicals,
  fullWidthForms,
  markForms,
  privateUse,
];

/** Rules that look at their neighbours, and must see them clean. */
const second: readonly CharacterRule[] = [fullWidthMarks, lookAlikes];

const firstRound = Symbol('clean: first round');
const secondRound = Symbol('clean: second round');

/**
 * Cleans what has nothing to do with language: line ends, invisible and control characters, second code
 * points for one character, stray spaces.
 *
 * In three layers, because a rule that looks at neighbours must see them clean: else cleaning twice would
 * find more than cleaning once.
 */
export const clean: Plugin<[CleanOptions?], Root> = (options = {}) => {
  const { spacing = 'strip', dictionaries = defaultDictionaries() } = options;
  return (tree, file) => {
    const edit = openText(tree, file, 'clean');
    for (const [key, rules] of [
      [firstRound, first],
      [secondRound, second],
    ] as const) {
      edit((text, state) => {
        const findings = new Map<string, { readonly first: Finding; count: number }>();
        const edits = roundOf(key, rules, dictionaries).edits(text, (finding) => {
          const known = findings.get(finding.reason);
          if (known === undefined) findings.set(finding.reason, { first: finding, count: 1 });
          else known.count++;
        });
        // A text read in a wrong encoding has thousands of the same finding: one of each is enough.
        for (const { first: finding, count } of findings.values()) {
          const reason = count === 1 ? finding.reason : `${finding.reason} (${count} times, the first here)`;
          report(file, state, { ...finding, reason });
        }
        return edits;
      });
    }
    edit((text, { layout }) => [
      // A format that tells of lines has joined its own.
      ...lineEdges(text, layout?.marked === undefined ? findWraps(text) : []),
      ...straySpaces(text, spacing, NameLists.of(dictionaries)),
    ]);
  };
};

function roundOf(key: symbol, rules: readonly CharacterRule[], dictionaries: Dictionaries): CharacterRound {
  return dictionaries.derived(key, () => new CharacterRound(rules, dictionaries));
}

export const cleanStep = defineStep<CleanOptions>({
  name: 'clean',
  plugin: clean,
  options: ({ spacing }, dictionaries) => ({ spacing, dictionaries }),
  edits: true,
  requires: [],
  provides: [],
});
