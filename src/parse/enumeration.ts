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

/** What a line can begin with: 第, 附, a square bracket, a digit, a Han numeral, a round bracket, a number in a circle, a bullet. */
const NTH = 1;
const APPENDED = 2;
const SQUARE = 3;
const DIGIT = 4;
const HAN = 5;
const ROUND = 6;
const ENCLOSED = 7;
const BULLETED = 8;

/** By UTF-16 unit; most lines begin with none of these, and the others need few of the patterns. */
const begins = new Uint8Array(0x10000);
for (const [kind, units] of [
  [NTH, '第'],
  [APPENDED, '附'],
  [SQUARE, '【［['],
  [HAN, '〇零一二三四五六七八九十百⼀⼆⼋⼗'],
  [ROUND, '（('],
  [BULLETED, '-*•·●○◆◇■□▪▶►➢✓√—'],
] as const) {
  for (const unit of units) begins[unit.charCodeAt(0)] = kind;
}
for (const [kind, first, last] of [
  [DIGIT, '0', '9'],
  [DIGIT, '０', '９'],
  [ENCLOSED, '⑴', '⑽'],
  [ENCLOSED, '①', '⑳'],
  [ENCLOSED, '㈠', '㈩'],
] as const) {
  begins.fill(kind, first.charCodeAt(0), last.charCodeAt(0) + 1);
}

interface NumberStyle {
  readonly style: string;
  readonly level: number;
  readonly begins: readonly number[];
  readonly pattern: RegExp;
}

/** Styles in the order of their levels in public documents: 一、 （一） 1. （1） ①. */
const styles: readonly NumberStyle[] = [
  { style: 'han', level: 1, begins: [HAN], pattern: new RegExp(`^${HAN_NUMBER}(?:、|[.．](?![0-9]))`) },
  { style: 'han-bracketed', level: 2, begins: [ROUND], pattern: new RegExp(`^[（(]${HAN_NUMBER}[）)]`) },
  { style: 'digit', level: 3, begins: [DIGIT], pattern: /^[0-9０-９]{1,3}[、.．](?![0-9０-９])/ },
  {
    style: 'digit-bracketed',
    level: 4,
    begins: [DIGIT, ROUND, ENCLOSED],
    pattern: /^(?:[（(][0-9０-９]{1,3}[）)]|[0-9０-９]{1,3}[）)]|[⑴-⑽])/,
  },
  { style: 'circled', level: 5, begins: [ENCLOSED], pattern: /^[①-⑳㈠-㈩]/ },
];
/** By what they begin with. */
const stylesOf = Array.from({ length: BULLETED }, (_, kind) =>
  styles.filter(({ begins }) => begins.includes(kind)),
);

/** The bullets that typists put before items; a number is no bullet. */
const BULLET = /^(?:[-*•·●○◆◇■□▪▶►➢✓√]|——?|--)[\s　]*(?=\S)/;

/** The number at the start of a trimmed line, if there is one. Looks at the first units only. */
export function enumerationOf(line: string): Enumeration | undefined {
  const kind = line === '' ? 0 : begins[line.charCodeAt(0)];
  if (kind === 0 || kind === BULLETED) return undefined;
  const head = line.slice(0, 48);
  switch (kind) {
    case NTH: {
      const found = OF_UNIT.exec(head);
      if (found === null) return undefined;
      const level = UNIT_LEVELS[found[1] ?? found[2]];
      return { style: 'unit', level, length: found[0].length, headingOnly: true };
    }
    case APPENDED:
      return headingOnly('appendix', APPENDIX.exec(head));
    case SQUARE:
      return headingOnly('bracketed', BRACKETED_TITLE.exec(head));
    case DIGIT: {
      const found = DECIMAL.exec(head);
      if (found === null) break;
      const level = found[1].split(/[.．]/).length;
      return { style: 'decimal', level, length: found[0].length, headingOnly: false };
    }
  }
  for (const { style, level, pattern } of stylesOf[kind]) {
    const found = pattern.exec(head);
    if (found !== null) return { style, level, length: found[0].length, headingOnly: false };
  }
  return undefined;
}

function headingOnly(style: string, found: RegExpExecArray | null): Enumeration | undefined {
  return found === null ? undefined : { style, level: 1, length: found[0].length, headingOnly: true };
}

/** True where a bullet stands before the text of a line. */
export function hasBullet(line: string): boolean {
  return line !== '' && begins[line.charCodeAt(0)] === BULLETED && BULLET.test(line.slice(0, 8));
}
