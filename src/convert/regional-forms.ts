import { configs } from 'opencc-js/preset/t2cn';
import type { Passage } from './passages.ts';

/** Whose Traditional forms a text has: OpenCC's own standard, Taiwan's, or Hong Kong's. */
export type Forms = 'opencc' | 'tw' | 'hk';

/** What the Traditional passages show of their forms. */
export interface FormsFinding {
  /** Undefined where no character tells. */
  readonly forms: Forms | undefined;
  /** The characters that told, most frequent first. */
  readonly evidence: string;
}

/** Per UTF-16 unit, bits: 1 only Taiwan has it, 2 only Hong Kong, 4 both but not OpenCC, 8 only OpenCC. */
let table: Uint8Array | undefined;

/** Characters of the regional standards that Simplified text, or any Traditional text, has as well. */
const everywhere = '么吃著着核才群床唇峰痴灶皂針群粽秘汙';

function formsTable(): Uint8Array {
  if (table !== undefined) return table;
  table = new Uint8Array(0x10000);
  const tw = pairsOf('tw2s');
  const hk = pairsOf('hk2s');
  const ofTw = new Set(tw.map(([regional]) => regional));
  const ofHk = new Set(hk.map(([regional]) => regional));
  for (const [regional, standard] of [...tw, ...hk]) {
    if (regional.length > 1 || everywhere.includes(regional)) continue;
    const isBoth = ofTw.has(regional) && ofHk.has(regional);
    table[regional.charCodeAt(0)] = isBoth ? 4 : ofTw.has(regional) ? 1 : 2;
    // 裏 and 麪 differ in Taiwan only, 說 in Hong Kong only: that they stand there speaks for the other.
    if (isBoth) table[standard.charCodeAt(0)] = 8;
    else if (table[standard.charCodeAt(0)] === 0) table[standard.charCodeAt(0)] = ofTw.has(regional) ? 2 : 1;
  }
  return table;
}

function pairsOf(name: 'tw2s' | 'hk2s'): string[][] {
  const lists = configs[name].conversionChain[0] as readonly string[];
  return lists[lists.length - 1].split('|').map((entry) => entry.split(' '));
}

/** Tells Taiwan's, Hong Kong's and OpenCC's forms apart by the characters of the Traditional passages. */
export function regionalForms(text: string, passages: readonly Passage[]): FormsFinding {
  const bits = formsTable();
  const counts = [0, 0, 0, 0, 0, 0, 0, 0, 0];
  const seen = new Map<string, number>();
  for (const { start, end, script } of passages) {
    if (script !== 'Hant') continue;
    for (let at = start; at < end; at++) {
      const bit = bits[text.charCodeAt(at)];
      if (bit === 0) continue;
      counts[bit]++;
      seen.set(text[at], (seen.get(text[at]) ?? 0) + 1);
    }
  }
  const [, tw, hk, , both, , , , standard] = counts;
  const forms = standard > both ? 'opencc' : tw > hk ? 'tw' : hk > tw ? 'hk' : undefined;
  const evidence = [...seen]
    .filter(([character]) => forms !== undefined && fits(bits[character.charCodeAt(0)], forms))
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, 5)
    .map(([character, count]) => `${character} ${count}`)
    .join(', ');
  return { forms, evidence };
}

function fits(bit: number, forms: Forms): boolean {
  return forms === 'tw' ? bit === 1 : forms === 'hk' ? bit === 2 : bit === 8;
}
