/** How a line is numbered: the kind of its number, and the level that a heading so numbered has. */
export interface Enumeration {
  /** Lines numbered alike are siblings. */
  readonly style: string;
  /** 1 is the highest. */
  readonly level: number;
  /** UTF-16 units that the number takes, its mark included. */
  readonly length: number;
  /** True where such a number stands before headings only, as in 第三章. */
  readonly headingOnly: boolean;
}

/** With the Kangxi radicals that PDF readers give for some: parsing comes before cleaning. */
const HAN_NUMBER = '[〇零一二三四五六七八九十百⼀⼆⼋⼗]{1,4}';
const ANY_NUMBER = `(?:${HAN_NUMBER}|[0-9０-９]{1,3})`;

/** Level a unit, for 第…编 and its kin. 条 numbers provisions, which are paragraphs. */
const UNIT_LEVELS: Readonly<Record<string, number>> = { 编: 1, 編: 1, 篇: 1, 部: 1, 章: 1, 节: 2, 節: 2 };

/** 第三章, glued to its title or not; 第三章的规定 is a sentence's own words. */
const OF_UNIT = new RegExp(`^第\\s?${ANY_NUMBER}\\s?(?:([编編篇章节節])|(部)分)(?![的所规規])`);
const APPENDIX = /^附[件录錄表](?:\s?[0-9０-９一二三四五六七八九十]{1,3})?(?:$|[\s　:：])/;
const BRACKETED_TITLE = /^[【［[][^】］\]]{2,30}[】］\]]/;
/** 1.2 编制依据, but not 3.5亿元. */
const DECIMAL =
  /^([0-9０-９]{1,2}(?:[.．][0-9０-９]{1,2}){1,3})(?![0-9０-９%％])[.．、\s　]*(?![亿億万萬千百倍元米吨噸年天]|[个個]百|公[里顷頃斤]|[平立]方|小[时時])(?=\p{Script=Han})/u;

/** Styles in the order of their levels in public documents: 一、 （一） 1. （1） ①. */
const styles: readonly (readonly [style: string, level: number, pattern: RegExp])[] = [
  ['han', 1, new RegExp(`^${HAN_NUMBER}(?:、|[.．](?![0-9]))`)],
  ['han-bracketed', 2, new RegExp(`^[（(]${HAN_NUMBER}[）)]`)],
  ['digit', 3, /^[0-9０-９]{1,3}[、.．](?![0-9０-９])/],
  ['digit-bracketed', 4, /^(?:[（(][0-9０-９]{1,3}[）)]|[0-9０-９]{1,3}[）)]|[⑴-⑽])/],
  ['circled', 5, /^[①-⑳㈠-㈩]/],
];

/** The bullets that typists put before items; a number is no bullet. */
const BULLET = /^(?:[-*•·●○◆◇■□▪▶►➢✓√]|——?|--)[\s　]*(?=\S)/;

/** By UTF-16 unit, what any number of a line begins with, and any bullet; most lines begin with something else. */
const begins = new Uint8Array(0x10000);
const NUMBER = 1;
const BULLETED = 2;
for (const first of '第附【［[（(〇零一二三四五六七八九十百⼀⼆⼋⼗') begins[first.charCodeAt(0)] = NUMBER;
for (const [first, last] of ['09', '０９', '⑴⑽', '①⑳', '㈠㈩'])
  begins.fill(NUMBER, first.charCodeAt(0), last.charCodeAt(0) + 1);
for (const first of '-*•·●○◆◇■□▪▶►➢✓√—') begins[first.charCodeAt(0)] = BULLETED;

/** The number at the start of a trimmed line, if there is one. Looks at the first units only. */
export function enumerationOf(line: string): Enumeration | undefined {
  if (line === '' || begins[line.charCodeAt(0)] !== NUMBER) return undefined;
  const head = line.slice(0, 48);
  const ofUnit = OF_UNIT.exec(head);
  if (ofUnit !== null) {
    const level = UNIT_LEVELS[ofUnit[1] ?? ofUnit[2]];
    return { style: 'unit', level, length: ofUnit[0].length, headingOnly: true };
  }
  const appendix = APPENDIX.exec(head);
  if (appendix !== null)
    return { style: 'appendix', level: 1, length: appendix[0].length, headingOnly: true };
  const bracketed = BRACKETED_TITLE.exec(head);
  if (bracketed !== null) {
    return { style: 'bracketed', level: 1, length: bracketed[0].length, headingOnly: true };
  }
  const decimal = DECIMAL.exec(head);
  if (decimal !== null) {
    const level = decimal[1].split(/[.．]/).length;
    return { style: 'decimal', level, length: decimal[0].length, headingOnly: false };
  }
  for (const [style, level, pattern] of styles) {
    const found = pattern.exec(head);
    if (found !== null) return { style, level, length: found[0].length, headingOnly: false };
  }
  return undefined;
}

/** True where a bullet stands before the text of a line. */
export function hasBullet(line: string): boolean {
  return line !== '' && begins[line.charCodeAt(0)] === BULLETED && BULLET.test(line.slice(0, 8));
}
