import type { Dictionaries } from '../dictionary/index.ts';
import { kindAt, kindBefore } from './character-kinds.ts';
import type { CharacterRule } from './character-rule.ts';

/** One row of `look-alikes.tsv`, its neighbours as sets of characters. */
interface LookAlike {
  readonly insert: string;
  readonly where: string;
  /** Characters beside which the rare character is meant after all. */
  readonly except: string;
}

const key = Symbol('look-alikes');
const chineseDigits = '〇○◯一二三四五六七八九零OＯ';

/**
 * Characters typed or recognised for another that looks the same: 地巿级 with U+5DFF for 市, 二○一三 with a
 * circle for 〇, katakana エ between Han characters for 工. Each also has a life of its own, so the place decides.
 */
export const lookAlikes: CharacterRule = {
  id: 'look-alikes',
  covers: (dictionaries) =>
    [...table(dictionaries).keys()].map((character) => {
      const point = character.codePointAt(0) as number;
      return [point, point] as const;
    }),
  edit: (text, at, end, _notice, dictionaries) => {
    const character = text.slice(at, end);
    const row = table(dictionaries).get(character);
    if (row === undefined || row.insert === character || !fits(row, text, at, end)) return undefined;
    const reason = `${character} looks like ${row.insert} and makes no sense here`;
    return { from: at, to: end, insert: row.insert, rule: 'look-alikes', confidence: 0.95, reason };
  },
};

function fits({ where, except }: LookAlike, text: string, at: number, end: number): boolean {
  const before = text[at - 1] ?? '';
  const after = text[end] ?? '';
  if ((before !== '' && except.includes(before)) || (after !== '' && except.includes(after))) return false;
  switch (where) {
    case 'between-han':
      return isIdeograph(text, at - 1) && isIdeograph(text, end);
    case 'among-digits':
      return (
        before !== '' &&
        after !== '' &&
        chineseDigits.includes(before) &&
        (chineseDigits.includes(after) || '年十月'.includes(after))
      );
    case 'between-text':
      return isText(kindBefore(text, at)) && kindAt(text, end) === 'han';
    default:
      return true;
  }
}

function isText(kind: ReturnType<typeof kindAt>): boolean {
  return kind === 'han' || kind === 'digit' || kind === 'letter';
}

/** True for a Han character at `at`, as opposed to kana, whose neighbours are probably kana by intent. */
function isIdeograph(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return (unit >= 0x3400 && unit <= 0x9fff) || unit === 0x3007;
}

function table(dictionaries: Dictionaries): ReadonlyMap<string, LookAlike> {
  return dictionaries.derived(
    key,
    () =>
      new Map(
        dictionaries
          .rows('look-alikes')
          .map(({ written, meant, where, except }) => [written, { insert: meant, where, except }]),
      ),
  );
}
