import type { Edit, TextSpan } from '../alignment/index.ts';
import type { Dictionaries } from '../dictionary/index.ts';
import type { Severity } from '../document/index.ts';
import type { Passage } from './diagnose.ts';

/** What a rule of this step sees: the whole text and the condition of each passage. All positions are UTF-16 units of `text`. */
export interface RepairContext {
  readonly text: string;
  /** By UTF-16 unit: 1 where the text has it. */
  readonly units: Uint8Array;
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

const nothing: RuleResult = { edits: [] };

/** A rule that is about some characters alone: it passes over a text that has none of them without reading it. */
export function about(characters: string, rule: RepairRule): RepairRule {
  const units = Array.from({ length: characters.length }, (_, i) => characters.charCodeAt(i));
  return (context) => (units.some((unit) => context.units[unit] === 1) ? rule(context) : nothing);
}

/** The units of a text, for {@link about}. */
export function unitsOf(text: string): Uint8Array {
  const units = new Uint8Array(0x10000);
  for (let at = 0; at < text.length; at++) units[text.charCodeAt(at)] = 1;
  return units;
}
