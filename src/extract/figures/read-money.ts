import type { FigureLexicon, Unit } from './lexicon.ts';
import { Kind } from './numerals.ts';
import { type Numeral, readNumeral } from './read-numeral.ts';

/** The smaller parts of a sum: their value, and where they end (UTF-16 units). */
export interface MoneyTail {
  readonly value: number;
  readonly end: number;
}

/** Words after a sum that add nothing to it. */
const CLOSING = ['钱', '錢', '整', '正'];

/** Reads what follows the unit of a sum: 三元六角五分, 五块六, 两美元又三美分, 十块钱. */
export function readMoneyTail(
  text: string,
  at: number,
  { unit }: Unit,
  { moneyParts, characters }: FigureLexicon,
): MoneyTail {
  let value = 0;
  let end = at;
  let least = 1;
  for (;;) {
    let from = end;
    if (text[from] === '又' || text[from] === '零') from++;
    const numeral = readNumeral(text, from, characters);
    if (numeral === undefined || numeral.value >= 100) break;
    const part = moneyParts.at(text, numeral.end);
    if (part === undefined || part.value.unit !== unit || part.value.value >= least) {
      value += least === 1 && from === end ? tenths(text, at, numeral, characters) : 0;
      if (value > 0 && numeral.end === end + 1) end = numeral.end;
      break;
    }
    value += numeral.value * part.value.value;
    least = part.value.value;
    end = numeral.end + part.word.length;
  }
  for (const word of CLOSING)
    if (text.startsWith(word, end) && !text.startsWith('整体', end)) return { value, end: end + 1 };
  return { value, end };
}

/** 五块六 is 5.6: one digit after 块, and no unit after it. */
function tenths(text: string, at: number, numeral: Numeral, { kinds }: FigureLexicon['characters']): number {
  if (!'块塊蚊'.includes(text[at - 1] ?? '-') || numeral.end !== at + 1) return 0;
  const next = kinds[text.charCodeAt(numeral.end)];
  return next === Kind.None || next === undefined ? numeral.value / 10 : 0;
}

/** Words that may stand between a cue and the number: 总投资约为2.3万亿, 资金达5亿. */
const BETWEEN = '约近达为超过了到共计仅有额总';

/** True where a number of 万 or more without a unit is one of money by the words around it. */
export function isMoneyByCue(
  text: string,
  start: number,
  end: number,
  { moneyBefore, moneyAfter }: FigureLexicon,
): boolean {
  if (moneyAfter.at(text, end) !== undefined) return true;
  for (let at = start; at > 0 && start - at <= 3; at--) {
    if (moneyBefore.before(text, at) !== undefined) return true;
    if (!BETWEEN.includes(text[at - 1])) return false;
  }
  return false;
}
