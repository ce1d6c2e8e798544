import type { Edit } from '../alignment/index.ts';
import type { Dictionaries } from '../dictionary/index.ts';
import type { Finding } from '../document/index.ts';

/** Tells of something that a person should know about a place in the text that the rules see. */
export type Notice = (finding: Finding) => void;

/**
 * A rule about single characters. It says which code points it wants to look at, and is asked only about
 * those: however many rules there are, the text is scanned once.
 */
export interface CharacterRule {
  /** The rule's id, its file's name. */
  readonly id: string;
  /** The code points it looks at: inclusive ranges. No two rules of one round share a code point. */
  readonly covers: (dictionaries: Dictionaries) => Iterable<readonly [first: number, last: number]>;
  /**
   * The edit for the character at `at`, if any.
   *
   * @param text as the round sees it
   * @param at UTF-16 index of the character in `text`
   * @param end one past the character; an edit may reach beyond it, and the scan goes on from its end
   */
  readonly edit: (
    text: string,
    at: number,
    end: number,
    notice: Notice,
    dictionaries: Dictionaries,
  ) => Edit | undefined;
}

/** Which rule looks at which code point: one byte a unit of the basic plane, ranges beyond it. */
export class CharacterRound {
  readonly #rules: readonly CharacterRule[];
  readonly #dictionaries: Dictionaries;
  /** Per UTF-16 unit: 0 for no rule, else the rule's index and one. */
  readonly #basic = new Uint8Array(0x10000);
  /**
   * A bit a unit, set where a rule looks or the first half of a pair stands: 8 KB, which stay near the processor, as every
   * unit of a text is asked about.
   */
  readonly #isCovered = new Int32Array(0x10000 / 32);
  readonly #astral: { readonly first: number; readonly last: number; readonly rule: CharacterRule }[] = [];

  constructor(rules: readonly CharacterRule[], dictionaries: Dictionaries) {
    this.#rules = rules;
    this.#dictionaries = dictionaries;
    rules.forEach((rule, index) => {
      for (const [first, last] of rule.covers(dictionaries)) {
        if (first > 0xffff) this.#astral.push({ first, last, rule });
        else this.#basic.fill(index + 1, first, last + 1);
      }
    });
    for (let unit = 0; unit < 0x10000; unit++) {
      if (this.#basic[unit] !== 0 || isHighHalf(unit)) this.#isCovered[unit >>> 5] |= 1 << (unit & 31);
    }
  }

  /** The edits of all the round's rules, in order. */
  edits(text: string, notice: Notice): Edit[] {
    const edits: Edit[] = [];
    const basic = this.#basic;
    const isCovered = this.#isCovered;
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      if (((isCovered[unit >>> 5] >>> (unit & 31)) & 1) === 0) continue;
      let end = at + 1;
      let rule = this.#rules[basic[unit] - 1];
      if (isHighHalf(unit)) {
        const point = text.codePointAt(at) as number;
        if (point > 0xffff) {
          end = at + 2;
          rule = this.#astral.find(({ first, last }) => first <= point && point <= last)
            ?.rule as CharacterRule;
        }
      }
      const edit = rule?.edit(text, at, end, notice, this.#dictionaries);
      if (edit !== undefined) edits.push(edit);
      at = (edit?.to ?? end) - 1;
    }
    return edits;
  }
}

function isHighHalf(unit: number): boolean {
  return unit >= 0xd800 && unit < 0xdc00;
}
