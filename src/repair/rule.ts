import type { Edit, TextSpan } from '../alignment/index.ts';
import type { Dictionaries } from '../dictionary/index.ts';
import type { Severity } from '../document/index.ts';
import type { Diagnosis } from './diagnose.ts';

/** What a rule of this step sees: the whole text, its marks and the condition of each passage. All positions are UTF-16 units of `text`. */
export interface RepairContext extends Diagnosis {
  readonly text: string;
  /** Which rules that are about some marks alone have one of theirs here: a bit a rule. */
  readonly subjects: number;
  readonly dictionaries: Dictionaries;
  readonly lacuna: 'mark' | 'none';
  readonly bareText: 'auto' | 'never';
  /** What rules remember of this document from one round to the next. */
  readonly memory: Memory;
}

/** What rules have found out about parts of a document that say all by themselves, so that a later round need not. */
export class Memory {
  readonly #parts = new Map<symbol, unknown>();

  /** What is remembered under a key; made at first. */
  of<T>(key: symbol, make: () => T): T {
    let part = this.#parts.get(key) as T | undefined;
    if (part === undefined) {
      part = make();
      this.#parts.set(key, part);
    }
    return part;
  }
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

/** By UTF-16 unit, the rules that are about it: a bit a rule. */
const subjects = new Uint16Array(0x10000);
let bits = 0;

/** A rule that is about some marks alone: it passes over a text that has none of them without reading it. Sixteen such rules fit. */
export function about(characters: string, rule: RepairRule): RepairRule {
  const bit = 1 << bits++;
  for (let i = 0; i < characters.length; i++) subjects[characters.charCodeAt(i)] |= bit;
  return (context) => ((context.subjects & bit) === 0 ? nothing : rule(context));
}

/** The rules that are about something in a text, for {@link about}. */
export function subjectsOf(text: string, marks: readonly number[]): number {
  let all = 0;
  for (const at of marks) all |= subjects[text.charCodeAt(at)];
  return all;
}
