import { configs } from 'opencc-js/preset/t2cn';
import type { Edit } from '../alignment/index.ts';
import { PhraseTable, type PhraseValue } from './phrase-table.ts';

/** OpenCC's configurations that end in Simplified; those with `p` change vocabulary too. */
export type ChainName = 't2s' | 'tw2s' | 'tw2sp' | 'hk2s' | 'hk2sp';

/** A list of phrases as opencc-js has it: `來 来|乾隆 乾隆|…`. */
type Serialized = string;

/** A replacement found by one pass over a stretch, in UTF-16 units of what that pass saw. */
interface Match {
  readonly from: number;
  readonly to: number;
  readonly value: PhraseValue;
}

/**
 * One of OpenCC's conversion chains, replayed as edits: the same output as opencc-js, and for every change
 * the phrase that asked for it. OpenCC's first pass (compatibility ideographs) is the clean step's work.
 */
export class OpenccChain {
  readonly name: ChainName;
  /** The chain's name without the vocabulary: the rule of all edits that change none. */
  readonly #rule: string;
  readonly #segmentation: PhraseTable | undefined;
  /** Regional forms to OpenCC's standard; absent for t2s, which starts from it. */
  readonly #regional: PhraseTable | undefined;
  readonly #simplified: PhraseTable;

  /** @param extra single characters that OpenCC leaves alone */
  constructor(name: ChainName, extra: readonly PhraseValue[] = []) {
    this.name = name;
    this.#rule = name.replace(/p$/, '');
    const { segmentation, conversionChain } = configs[name];
    this.#segmentation = segmentation === undefined ? undefined : tableOf(segmentation as Serialized[]);
    const passes = conversionChain as readonly Serialized[][];
    this.#regional = passes.length === 1 ? undefined : tableOf(passes[0], name.endsWith('p'));
    this.#simplified = tableOf(passes[passes.length - 1]);
    for (const value of extra) this.#simplified.add(value);
  }

  /**
   * Adds to `edits` what the chain changes in `[from, to)` of the text (UTF-16 units), in order. Nothing
   * outside that range is looked at.
   */
  replay(text: string, from: number, to: number, edits: Edit[]): void {
    const segmentation = this.#segmentation;
    let start = from;
    if (segmentation !== undefined) {
      for (let at = from; at < to; ) {
        if (segmentation.starts(text.charCodeAt(at)) && segmentation.match(text, at, to) !== undefined) {
          const { end } = segmentation;
          this.#stretch(text, start, at, edits);
          this.#stretch(text, at, end, edits);
          start = end;
          at = end;
        } else at = nextAt(text, at);
      }
    }
    this.#stretch(text, start, to, edits);
  }

  /** Where OpenCC's own phrases stand in `[from, to)`, leftmost and longest first: start and end by turns. */
  phraseEdges(text: string, from: number, to: number): number[] {
    const phrases = this.#segmentation ?? this.#simplified;
    const edges: number[] = [];
    for (let at = from; at < to; ) {
      const value = phrases.starts(text.charCodeAt(at)) ? phrases.match(text, at, to) : undefined;
      if (value !== undefined && value.phrase.length > 1) edges.push(at, phrases.end);
      at = value === undefined ? nextAt(text, at) : phrases.end;
    }
    return edges;
  }

  /** The passes over a stretch that the segmentation has left whole. */
  #stretch(text: string, from: number, to: number, edits: Edit[]): void {
    if (from === to) return;
    const regional = this.#regional === undefined ? [] : matchesOf(this.#regional, text, from, to);
    if (regional.length === 0) {
      this.#onePass(text, from, to, edits);
      return;
    }
    let between = '';
    let copied = from;
    let isPlain = true;
    for (const { from: start, to: end, value } of regional) {
      between += text.slice(copied, start) + value.insert;
      copied = end;
      isPlain &&= end - start === 1 && value.insert.length === 1 && value.list === 'opencc';
    }
    between += text.slice(copied, to);
    if (isPlain) this.#twoPasses(text, from, regional, between, edits);
    else this.#merge(text, from, regional, between, edits);
  }

  /** The last pass over a stretch that the pass before has left as it was. */
  #onePass(text: string, from: number, to: number, edits: Edit[]): void {
    const simplified = this.#simplified;
    for (let at = from; at < to; ) {
      const value = simplified.starts(text.charCodeAt(at)) ? simplified.match(text, at, to) : undefined;
      if (value === undefined) {
        at = nextAt(text, at);
        continue;
      }
      const { end } = simplified;
      if (value.phrase !== value.insert) this.#emit(text, at, end, value.insert, value, edits);
      at = end;
    }
  }

  /** The last pass where the pass before has changed nothing but units for units: `between` has its text. */
  #twoPasses(text: string, from: number, regional: readonly Match[], between: string, edits: Edit[]): void {
    const simplified = this.#simplified;
    const { length } = between;
    let next = 0;
    for (let at = 0; at < length; ) {
      const value = simplified.starts(between.charCodeAt(at))
        ? simplified.match(between, at, length)
        : undefined;
      const end = value === undefined ? nextAt(between, at) : simplified.end;
      const isChanged = value !== undefined && value.phrase !== value.insert;
      if (isChanged) this.#emit(text, from + at, from + end, value.insert, value, edits);
      for (; next < regional.length && regional[next].from < from + end; next++) {
        const { from: start, to, value: single } = regional[next];
        if (!isChanged) this.#emit(text, start, to, single.insert, single, edits);
      }
      at = end;
    }
  }

  /** Joins the matches of the two passes where they share characters, and places them in the text. */
  #merge(text: string, from: number, regional: readonly Match[], between: string, edits: Edit[]): void {
    const simplified = matchesOf(this.#simplified, between, 0, between.length);
    // Text position minus position in `between`, for characters that no regional match covers.
    let shift = from;
    let r = 0;
    let s = 0;
    const startOf = (match: Match) => match.from - shift;
    while (r < regional.length || s < simplified.length) {
      const start = Math.min(
        r < regional.length ? startOf(regional[r]) : Number.POSITIVE_INFINITY,
        s < simplified.length ? simplified[s].from : Number.POSITIVE_INFINITY,
      );
      const origin = start + shift;
      let end = start;
      let reason: PhraseValue | undefined;
      let insert = '';
      let reached = start;
      for (;;) {
        if (r < regional.length && (startOf(regional[r]) < end || startOf(regional[r]) === start)) {
          const { value, to } = regional[r];
          const stop = startOf(regional[r]) + value.insert.length;
          shift = to - stop;
          end = Math.max(end, stop);
          if (reason === undefined || value.list === 'vocabulary') reason = value;
          r++;
        } else if (s < simplified.length && (simplified[s].from < end || simplified[s].from === start)) {
          const match = simplified[s];
          insert += between.slice(reached, match.from) + match.value.insert;
          reached = match.to;
          end = Math.max(end, match.to);
          if (reason === undefined || (reason.phrase.length === 1 && match.value.phrase.length > 1)) {
            reason = match.value;
          }
          s++;
        } else break;
      }
      insert += between.slice(reached, end);
      this.#emit(text, origin, end + shift, insert, reason as PhraseValue, edits);
    }
  }

  /** One edit a changed character where the lengths agree, so that what stays is seen to stay. */
  #emit(text: string, from: number, to: number, insert: string, value: PhraseValue, edits: Edit[]): void {
    const rule = value.list === 'opencc' ? this.#rule : value.list;
    if (to - from === 1 && value.phrase.length === 1) {
      if (text[from] !== insert) edits.push({ from, to, insert, rule, confidence: 0.98 });
      return;
    }
    const before = text.slice(from, to);
    if (before === insert) return;
    const reason = `${value.phrase} → ${value.insert}`;
    const isPaired =
      insert.length === to - from && value.list !== 'vocabulary' && !hasSurrogate(before + insert);
    if (!isPaired) {
      edits.push({ from, to, insert, rule, confidence: 0.99, reason });
      return;
    }
    for (let i = 0; i < insert.length; i++) {
      if (before[i] === insert[i]) continue;
      edits.push({ from: from + i, to: from + i + 1, insert: insert[i], rule, confidence: 0.99, reason });
    }
  }
}

function hasSurrogate(text: string): boolean {
  return /[\ud800-\udfff]/.test(text);
}

/** What one pass changes in a stretch. */
function matchesOf(table: PhraseTable, text: string, from: number, to: number): Match[] {
  const matches: Match[] = [];
  for (let at = from; at < to; ) {
    const value = table.starts(text.charCodeAt(at)) ? table.match(text, at, to) : undefined;
    if (value === undefined) at = nextAt(text, at);
    else {
      if (value.phrase !== value.insert) matches.push({ from: at, to: table.end, value });
      at = table.end;
    }
  }
  return matches;
}

/** The index after the character at `at`; an ideographic description sequence counts as one, as in OpenCC. */
function nextAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  if (unit >= 0x2ff0 && unit <= 0x2fff) return Math.max(at + 1, descriptionEnd(text, at));
  return unit >= 0xd800 && unit < 0xdc00 && (text.codePointAt(at) as number) > 0xffff ? at + 2 : at + 1;
}

/** One past the ideographic description sequence that starts at `at`; 0 where it is not complete. */
function descriptionEnd(text: string, start: number): number {
  let at = start;
  for (let open = 1; open > 0; open--) {
    if (at >= text.length) return 0;
    const point = text.codePointAt(at) as number;
    if (point >= 0x2ff0 && point <= 0x2fff) open += point === 0x2ff2 || point === 0x2ff3 ? 3 : 2;
    at += point > 0xffff ? 2 : 1;
  }
  return at;
}

/** The phrases of several lists, the first list winning, as in OpenCC's dictionary groups. */
function tableOf(lists: readonly Serialized[], isVocabulary = false): PhraseTable {
  const table = new PhraseTable();
  for (let i = lists.length - 1; i >= 0; i--) {
    for (const entry of lists[i].split('|')) {
      const [phrase, insert] = entry.split(' ');
      table.add({ phrase, insert, list: isVocabulary && i === 0 ? 'vocabulary' : 'opencc' });
    }
  }
  return table;
}
