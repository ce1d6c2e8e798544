/** A five-year plan as a text names it. Positions are UTF-16 units of the text. */
export interface FiveYearPlan {
  readonly start: number;
  readonly end: number;
  /** 十二五 */
  readonly name: string;
  /** First and last year. */
  readonly from: number;
  readonly to: number;
}

const DIGITS = '零一二三四五六七八九';
/** Words after a plan's short name that show it to be one: 一五 and 十五 are numbers otherwise. */
const PLAN_AFTER = /^[”’"'」』]?(?:时期|期间|规划|计划|以来|以后|末|初|纲要|中期|建设|开局)/u;
const QUOTES = '“‘"\'「『';
/** The plans that had years of their own: 1953–57 and 1958–62; three years without a plan followed. */
const THIRD_BEGINS = 1966;

/** How the names of plans begin: 一五, 十五, 十二五. */
export const planBeginnings: readonly string[] = [...DIGITS]
  .slice(1)
  .flatMap((digit) => [`${digit}五`, `十${digit}`]);

/** Reads 十二五 at the position of its first character: the twelfth plan, 2011 to 2015. */
export function readFiveYearPlan(text: string, at: number): FiveYearPlan | undefined {
  let ordinal: number;
  let end: number;
  const before = text[at - 1] ?? '';
  if (text[at] === '十') {
    const digit = DIGITS.indexOf(text[at + 1] ?? '-');
    const teen = digit > 0 && text[at + 2] === '五';
    if (!teen && text[at + 1] !== '五') return undefined;
    ordinal = teen ? 10 + digit : 10;
    end = at + (teen ? 3 : 2);
  } else {
    ordinal = DIGITS.indexOf(text[at] ?? '-');
    if (ordinal < 1 || text[at + 1] !== '五') return undefined;
    end = at + 2;
  }
  if (/[\d〇零一二三四五六七八九十百千万亿第点分年月]/u.test(before)) return undefined;
  const after = text.slice(end, end + 4);
  // “八五”普法 counts years of its own, 2021 to 2025.
  if (/^[”’"'」』]?普法/u.test(after)) return undefined;
  const sure = QUOTES.includes(before || '-') || PLAN_AFTER.test(after);
  if (
    (ordinal <= 10 && !sure) ||
    (!sure && /^[\d〇零一二三四五六七八九十百千万亿点分年月日号个家项倍成折%％元]/u.test(after))
  )
    return undefined;
  const from = ordinal === 1 ? 1953 : ordinal === 2 ? 1958 : THIRD_BEGINS + 5 * (ordinal - 3);
  return { start: at, end, name: text.slice(at, end), from, to: from + 4 };
}
