import type { Edit } from '../alignment/index.ts';
import type { Dictionaries } from '../dictionary/index.ts';
import { Contexts } from './contexts.ts';
import type { OpenccChain } from './opencc-chain.ts';
import type { Settled } from './own-lists.ts';
import { particleZhe } from './particle-zhe.ts';
import type { Passage } from './passages.ts';
import { PersonalNames } from './personal-names.ts';
import { scriptWeights } from './script-weights.ts';
import { Surnames } from './surnames.ts';

const ZHE = '著'.charCodeAt(0);

/** A character that weighs this much or more for Traditional is never right in Simplified text. */
const NEVER_SIMPLIFIED = -3.1;

/** How 著 is read: `phrases` where they say so, `particle` also where nothing else does, or `never` as 着. */
export type ZheReading = 'particle' | 'phrases' | 'never';

/**
 * A bit for each UTF-16 unit that the converter must look at, in Traditional passages and in others: 8 KB each, which stay
 * near the processor, where tables of what the units are do not.
 */
interface Looks {
  readonly traditional: Int32Array;
  readonly other: Int32Array;
}

const looksKey = Symbol('units that the converter looks at');

function bitsOf(isSet: (unit: number) => boolean): Int32Array {
  const bits = new Int32Array(0x10000 / 32);
  for (let unit = 0; unit < 0x10000; unit++) if (isSet(unit)) bits[unit >>> 5] |= 1 << (unit & 31);
  return bits;
}

/** Converts passages, with what a document has in common: its chain, its lists and how it writes 着. */
export class PassageConverter {
  readonly #chain: OpenccChain;
  readonly #zhe: ZheReading;
  readonly #defers: boolean;
  readonly #weights: Float32Array;
  readonly #contexts: Contexts;
  readonly #names: PersonalNames;
  readonly #surnames: Surnames;
  readonly #looks: Looks;

  /** @param defers true where OpenCC's phrases come before the rules about words and names */
  constructor(chain: OpenccChain, zhe: ZheReading, defers: boolean, dictionaries: Dictionaries) {
    this.#chain = chain;
    this.#zhe = zhe;
    this.#defers = defers;
    this.#weights = scriptWeights(dictionaries);
    this.#contexts = Contexts.of(dictionaries);
    this.#names = PersonalNames.of(dictionaries);
    this.#surnames = Surnames.of(dictionaries);
    this.#looks = dictionaries.derived(looksKey, () => ({
      traditional: bitsOf((unit) => unit === ZHE || this.#contexts.decidesAbout(unit, true)),
      other: bitsOf(
        (unit) =>
          unit === ZHE || this.#contexts.decidesAbout(unit, false) || this.#weights[unit] <= NEVER_SIMPLIFIED,
      ),
    }));
  }

  /**
   * Adds a passage's edits to `edits`, in order. Between what the rules settle, the chain converts; in a
   * passage that is not Traditional, only what no Simplified text has. In a Simplified passage rules too
   * hold back; where nothing tells the script (看著) they decide as in Traditional text.
   *
   * @param settled what the user's lists have settled, of the whole text, in order
   * @param first index of the first of `settled` that ends after the passage starts
   */
  convert(
    text: string,
    { start, end, script }: Passage,
    settled: readonly Settled[],
    first: number,
    edits: Edit[],
  ): void {
    const isTraditional = script === 'Hant';
    const weights = this.#weights;
    const contexts = this.#contexts;
    const looks = isTraditional ? this.#looks.traditional : this.#looks.other;
    const phraseEdges = this.#defers ? this.#chain.phraseEdges(text, start, end) : [];
    let phrase = 0;
    let done = start;
    let next = first;
    let nextOwn = settled[next]?.from ?? Number.POSITIVE_INFINITY;
    let hasStray = false;
    const chainTo = (to: number) => {
      if (isTraditional) this.#chain.replay(text, done, to, edits);
      else if (hasStray) this.#convertStray(text, done, to, edits);
      hasStray = false;
    };
    for (let at = start; at < end; at++) {
      if (at >= nextOwn) {
        const own = settled[next];
        chainTo(at);
        if (own.edit !== undefined && own.from >= start) edits.push(own.edit);
        done = Math.min(own.to, end);
        at = done - 1;
        next++;
        nextOwn = settled[next]?.from ?? Number.POSITIVE_INFINITY;
        continue;
      }
      const unit = text.charCodeAt(at);
      if (((looks[unit >>> 5] >>> (unit & 31)) & 1) === 0) continue;
      if (contexts.decidesAbout(unit, isTraditional) || unit === ZHE) {
        while (phrase < phraseEdges.length && phraseEdges[phrase + 1] <= at) phrase += 2;
        if (phrase < phraseEdges.length && phraseEdges[phrase] <= at) continue;
        const verdict = this.#settle(text, at, start, end, script);
        if (verdict === undefined) continue;
        chainTo(at);
        if (verdict !== 'keep') edits.push(verdict);
        done = at + 1;
      } else if (!isTraditional && weights[unit] <= NEVER_SIMPLIFIED) hasStray = true;
    }
    chainTo(end);
  }

  /** What rules about words and names say of the character at `at`: an edit, to keep it, or nothing. */
  #settle(
    text: string,
    at: number,
    from: number,
    to: number,
    script: Passage['script'],
  ): Edit | 'keep' | undefined {
    const isZhe = text.charCodeAt(at) === ZHE;
    if (isZhe && this.#zhe === 'never') return undefined;
    const edit = (insert: string, rule: string, confidence: number, reason: string): Edit | 'keep' =>
      insert === text[at] ? 'keep' : { from: at, to: at + 1, insert, rule, confidence, reason };
    const verdict = this.#contexts.verdict(text, at, from, to, script === 'Hant');
    if (verdict !== undefined) {
      const { insert, phrase } = verdict;
      return edit(insert, 'contexts', script === 'Hant' ? 0.97 : 0.9, `contexts.tsv: ${phrase}`);
    }
    if (script === 'Hans') return 'keep';
    if (isZhe) {
      if (this.#zhe === 'phrases') return 'keep';
      const reason = 'nothing here makes it 著 as in 著作, so it is the particle';
      return edit(particleZhe(text, at, this.#surnames), 'particle-zhe', 0.9, reason);
    }
    const named = this.#names.verdict(text, at);
    if (named === undefined) return undefined;
    return edit(named.insert, 'personal-names', 0.85, `name-characters.tsv: in the name ${named.name}`);
  }

  /** In a passage that is not Traditional: the chain's edits of characters that only Traditional text has. */
  #convertStray(text: string, from: number, to: number, edits: Edit[]): void {
    const found: Edit[] = [];
    this.#chain.replay(text, from, to, found);
    for (const edit of found) if (this.#isStray(text, edit)) edits.push(edit);
  }

  #isStray(text: string, { from, to }: Edit): boolean {
    for (let at = from; at < to; at++)
      if (this.#weights[text.charCodeAt(at)] > NEVER_SIMPLIFIED) return false;
    return true;
  }
}
