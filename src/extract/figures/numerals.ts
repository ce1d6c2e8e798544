import type { Dictionaries } from '../../dictionary/index.ts';

/**
 * What a character does in a numeral. Ordered so that one comparison tells the groups apart.
 *
 * `bound` digits and units (陆 伍 拾 …) are everyday words too: alone they are no numeral.
 */
export const Kind = {
  None: 0,
  /** 0–9, full-width included. */
  Arabic: 1,
  /** 零 一 贰 … */
  Digit: 2,
  /** 十 百 千 */
  Unit: 3,
  /** 廿 卅 */
  Tens: 4,
  /** 万 亿 兆 */
  Section: 5,
  /** 几, 数: some digit. */
  Some: 6,
  /** 半 */
  Half: 7,
  /** 多, 余: and more. */
  More: 8,
  /** 来: about. */
  About: 9,
  /** 点 */
  Point: 10,
  /** 负 */
  Minus: 11,
} as const;

/** The characters of numerals, by UTF-16 unit: kind, value, and whether one alone is a word of its own. */
export interface NumeralCharacters {
  readonly kinds: Uint8Array;
  readonly values: Float64Array;
  readonly bound: Uint8Array;
}

const kindOf: Readonly<Record<string, { kind: number; bound?: true }>> = {
  digit: { kind: Kind.Digit },
  'bound-digit': { kind: Kind.Digit, bound: true },
  unit: { kind: Kind.Unit },
  'bound-unit': { kind: Kind.Unit, bound: true },
  tens: { kind: Kind.Tens },
  section: { kind: Kind.Section },
  some: { kind: Kind.Some },
  half: { kind: Kind.Half },
  more: { kind: Kind.More },
  about: { kind: Kind.About },
  point: { kind: Kind.Point },
  minus: { kind: Kind.Minus },
};

const key = Symbol('numeral characters');

/** The numeral characters of `numerals.tsv` and the Arabic digits. Rows of another kind are left out. */
export function numeralCharacters(dictionaries: Dictionaries): NumeralCharacters {
  return dictionaries.derived(key, () => {
    const kinds = new Uint8Array(0x10000);
    const values = new Float64Array(0x10000);
    const bound = new Uint8Array(0x10000);
    for (let digit = 0; digit < 10; digit++) {
      for (const zero of [0x30, 0xff10]) {
        kinds[zero + digit] = Kind.Arabic;
        values[zero + digit] = digit;
      }
    }
    for (const { character, kind, value } of dictionaries.rows('numerals')) {
      const known = kindOf[kind];
      if (known === undefined || character.length !== 1) continue;
      const code = character.charCodeAt(0);
      kinds[code] = known.kind;
      values[code] = Number(value);
      if (known.bound) bound[code] = 1;
    }
    return { kinds, values, bound };
  });
}
