import type { Edit, TextSpan } from '../alignment/index.ts';
import type { Dictionaries } from '../dictionary/index.ts';
import type { Severity } from '../document/index.ts';
import type { Passage } from './diagnose.ts';

/** What a rule of this step sees: the whole text and the condition of each passage. All positions are UTF-16 units of `text`. */
export interface RepairContext {
  readonly text: string;
  readonly passages: readonly Passage[];
  readonly dictionaries: Dictionaries;
  readonly lacuna: 'mark' | 'none';
  readonly bareText: 'auto' | 'never';
}

/** Something that a rule saw and did not change. */
export interface RuleFinding {
  readonly severity: Severity;
  readonly rule: string;
  readonly reason: string;
  readonly at: TextSpan;
}

export interface RuleResult {
  readonly edits: readonly Edit[];
  readonly findings?: readonly RuleFinding[];
}

/** A rule of the step: from what it sees to the edits that it wants; pure. */
export type RepairRule = (context: RepairContext) => RuleResult;
