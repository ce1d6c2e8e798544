import { type Dictionaries, defaultDictionaries } from '../dictionary/index.ts';

/** How surprising each UTF-16 unit is, in bits, in Chinese public documents of one script. */
export type SurpriseTable = Uint8Array;

/** Bits of surprise by kind, for characters that the frequency table leaves out. Estimates; only their order matters. */
const UNLIKELY = { replacement: 40, control: 32, privateUse: 32, surrogateAlone: 40, other: 28 } as const;

/** Ranges `[first, last, bits]`, later ones over earlier ones, before the table's own characters. */
const kinds: readonly (readonly [number, number, number])[] = [
  [0x0000, 0xffff, UNLIKELY.other],
  [0x0000, 0x009f, UNLIKELY.control],
  [0x0020, 0x007e, 9],
  [0x0030, 0x0039, 6],
  [0x0061, 0x007a, 7],
  [0x0009, 0x000a, 7],
  [0x000d, 0x000d, 8],
  [0x0020, 0x0020, 6],
  [0x00a0, 0x024f, 21],
  [0x00b0, 0x00d7, 19],
  [0x0370, 0x044f, 21],
  [0x2010, 0x2026, 15],
  [0x2030, 0x2312, 19],
  [0x2460, 0x24ff, 18],
  [0x2500, 0x26ff, 21],
  [0x3000, 0x303f, 17],
  [0x3041, 0x30fe, 22],
  [0x3400, 0x4dbf, 26],
  [0x4e00, 0x9fff, 21],
  [0xac00, 0xd7a3, 26],
  [0xd800, 0xdfff, UNLIKELY.surrogateAlone],
  [0xe000, 0xf8ff, UNLIKELY.privateUse],
  [0xf900, 0xfaff, 26],
  [0xff01, 0xff5e, 15],
  [0xfffd, 0xfffd, UNLIKELY.replacement],
];

/** A whole astral character: rare ideographs, emoji. */
const ASTRAL_BITS = 27;

const tablesKey = Symbol('surprise tables');

function makeTables(dictionaries: Dictionaries): readonly SurpriseTable[] {
  const byScript = new Map<string, SurpriseTable>();
  for (const { script, bits, characters } of dictionaries.rows('characterFrequencies')) {
    let table = byScript.get(script);
    if (table === undefined) {
      table = new Uint8Array(0x10000);
      for (const [first, last, surprise] of kinds) table.fill(surprise, first, last + 1);
      byScript.set(script, table);
    }
    for (let i = 0; i < characters.length; i++) table[characters.charCodeAt(i)] = Number(bits);
  }
  return [...byScript.values()];
}

/** How well a text looks like a Chinese document. */
export interface Plausibility {
  /** Bits of surprise of the whole text, in the script that explains it better. */
  readonly bits: number;
  /** Characters that are not ASCII: the ones that tell something. */
  readonly telling: number;
  /** Bits of surprise a telling character, 0 where there is none. About 9 for real text, 20 for mojibake. */
  readonly bitsPerTelling: number;
  /** The table of the script that explains the text better. */
  readonly table: SurpriseTable;
}

/** Judges a text by how common its characters are. */
export function plausibilityOf(
  text: string,
  dictionaries: Dictionaries = defaultDictionaries(),
): Plausibility {
  const judged = dictionaries
    .derived(tablesKey, makeTables)
    .map((table) => ({ ...surpriseOf(text, table), table }));
  return judged.reduce((best, next) => (next.bits < best.bits ? next : best));
}

function surpriseOf(text: string, table: SurpriseTable): Omit<Plausibility, 'table'> {
  let bits = 0;
  let telling = 0;
  let tellingBits = 0;
  for (let i = 0; i < text.length; i++) {
    const surprise = surpriseAt(text, i, table);
    bits += surprise;
    if (text.charCodeAt(i) > 0x7f) {
      telling++;
      tellingBits += surprise;
    }
    if (isPairAt(text, i)) i++;
  }
  return { bits, telling, bitsPerTelling: telling === 0 ? 0 : tellingBits / telling };
}

/** Bits of surprise of the character at UTF-16 index `at`, the whole pair where one begins there. */
export function surpriseAt(text: string, at: number, table: SurpriseTable): number {
  return isPairAt(text, at) ? ASTRAL_BITS : table[text.charCodeAt(at)];
}

/** True where a surrogate pair begins at UTF-16 index `at`. */
export function isPairAt(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (unit < 0xd800 || unit > 0xdbff || at + 1 >= text.length) return false;
  const next = text.charCodeAt(at + 1);
  return next >= 0xdc00 && next <= 0xdfff;
}
