import type { Root } from 'nlcst';
import type { Plugin } from 'unified';
import type { VFile } from 'vfile';
import { type Alignment, type Edit, textSpan } from '../alignment/index.ts';
import type { Config } from '../config/index.ts';
import { defaultDictionaries } from '../dictionary/index.ts';
import { type DocumentState, documentOf, openText, report, textOf } from '../document/index.ts';
import { type DictionaryOptions, defineStep } from '../step.ts';
import { classifyBlocks } from './breaks/classify-blocks.ts';
import { type Diagnosis, diagnose } from './diagnose.ts';
import { closeSpaces } from './marks/close-spaces.ts';
import { Memory, type RepairRule, type RuleFinding, subjectsOf } from './rule.ts';
import { breakRules, carrierRules, markRules } from './rules.ts';

/**
 * What one rule gives back can show another that there is more to do, so the rules run until nothing
 * changes: then repairing again changes nothing either. Two rounds are the rule, the last one without edits.
 */
const ROUNDS = 6;

export interface RepairOptions extends DictionaryOptions {
  /** `never` leaves every mark as it is. */
  readonly repair?: Config['repair'];
  /** What stands where a deleted title was: 《□》, or nothing. */
  readonly lacuna?: Config['lacuna'];
  /** `never` leaves passages without a single mark as they are. */
  readonly bareText?: Config['bareText'];
  /** Edits less sure than this are reported and not made. */
  readonly minConfidence?: number;
}

/** Edits less sure than this are made and reported. */
const DOUBTFUL = 0.5;

/**
 * Gives back lost marks, titles, signs and paragraph breaks where the text shows that they were lost. Each
 * line is diagnosed first; in sound text only the width and the pairing of marks are touched.
 */
export const repair: Plugin<[RepairOptions?], Root> = ({
  repair: when = 'auto',
  lacuna = 'mark',
  bareText = 'auto',
  minConfidence = 0,
  dictionaries = defaultDictionaries(),
} = {}) => {
  return (tree, file) => {
    if (when === 'never') return;
    const edit = openText(tree, file, 'repair');
    const state = documentOf(file, () => textOf(tree));
    const known = new Set<string>();
    const memory = new Memory();
    let broken = false;
    // By group, the alignment at which its rules last had nothing to do: they would have nothing to do again.
    const settled = new Map<readonly RepairRule[], Alignment>();
    let diagnosed: (Diagnosis & { text: string; subjects: number }) | undefined;
    for (let round = 0; round < ROUNDS; round++) {
      let changed = false;
      for (const rules of [carrierRules, breakRules, markRules]) {
        const { alignment } = state;
        if (settled.get(rules) === alignment) continue;
        edit((text) => {
          if (diagnosed?.text !== text) {
            const { passages, marks } = diagnose(text);
            diagnosed = { text, passages, marks, subjects: subjectsOf(text, marks) };
          }
          const { passages, marks, subjects } = diagnosed;
          const context = { text, passages, marks, subjects, dictionaries, lacuna, bareText, memory };
          const edits: Edit[] = [];
          for (const rule of rules) {
            const result = rule(context);
            for (const change of result.edits) {
              if (change.confidence >= minConfidence) {
                edits.push(change);
                broken ||= change.insert.length > 0 && change.insert.includes('\n');
              }
              if (change.confidence < minConfidence || change.confidence < DOUBTFUL) {
                reportOnce(file, state, doubt(text, change, change.confidence < minConfidence), known);
              }
            }
            for (const finding of result.findings ?? []) reportOnce(file, state, finding, known);
          }
          return edits;
        });
        if (state.alignment === alignment) settled.set(rules, alignment);
        else changed = true;
      }
      if (!changed) break;
      edit(closeSpaces);
    }
    if (broken) classifyBlocks(tree, state.layout?.marked !== undefined, dictionaries);
  };
};

/** The finding that tells of an edit that may well be wrong. */
function doubt(text: string, { from, to, insert, rule, confidence }: Edit, left: boolean): RuleFinding {
  const change = `'${text.slice(from, to)}' → '${insert}'`;
  const reason = left
    ? `left undone: ${change} is only ${confidence.toFixed(2)} sure`
    : `${change} is only ${confidence.toFixed(2)} sure`;
  return { severity: 'info', rule, reason, at: textSpan(from, to) };
}

/** A finding that a later round sees again is the same finding. */
function reportOnce(file: VFile, state: DocumentState, finding: RuleFinding, known: Set<string>): void {
  const { start, end } = state.alignment.toSource(finding.at);
  const key = `${finding.rule} ${start} ${end}`;
  if (known.has(key)) return;
  known.add(key);
  report(file, state, finding);
}

export const repairStep = defineStep<RepairOptions>({
  name: 'repair',
  plugin: repair,
  options: ({ repair, lacuna, bareText, minConfidence }, dictionaries) => ({
    repair,
    lacuna,
    bareText,
    minConfidence,
    dictionaries,
  }),
  edits: true,
  requires: [],
  provides: [],
});
