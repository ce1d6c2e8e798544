import { type PrefixIndex, unitTable } from '../../dictionary/index.ts';
import { placesWith, type Starts } from '../beginnings.ts';

/** A document named in a text. Positions are UTF-16 units of the text. */
export interface FoundDocument {
  readonly start: number;
  readonly end: number;
  /** Without the title marks; the number itself where no title is given. */
  readonly title: string;
  /** 文号, in the form 国发〔2013〕5号. */
  readonly number?: string;
  /** The body whose prefix the number bears, or that the title begins with. */
  readonly issuer?: string;
}

/** No title is longer. */
const LONGEST_TITLE = 120;
/** 〔2013〕5号: a year in brackets of any kind, and a number. */
const YEAR_AND_NUMBER = /^[〔[（(【［﹝]((?:19|20)\d{2})(?:年)?[〕\]）)】］﹞]第?(\d{1,5})号/u;
/** The word of an issuer: 国发, 工信部信函, 京政办发. */
const PREFIX = /[\p{Script=Han}]{1,12}$/u;
/** Words of the running text before a number, that are no part of its prefix. */
const NOT_PREFIX =
  /^.*(?:按照|以|见|据|按|和|与|及|的|由|印发|发布|文号|文件|通知|为|是|在|了|经|将|令|即|到|对|后|前|等)(?=.)/u;

const OPENS_TITLE = 0x300a;

/** A title begins with its mark, and the year of a number with a bracket and a digit. */
export const documentStarts: Starts = {
  alone: unitTable('《'),
  firsts: unitTable('〔[（(【［﹝'),
  seconds: unitTable('12'),
};

const eitherStart = unitTable('《〔[（(【［﹝');

/**
 * Finds 《…》 with the number that stands with it, and numbers that stand alone: one pass.
 *
 * @param places where either may begin, where that is known already; UTF-16 units of the text
 */
export function findDocuments(
  text: string,
  issuers: PrefixIndex<string>,
  places = placesWith(eitherStart, text),
): FoundDocument[] {
  const found: FoundDocument[] = [];
  let free = 0;
  for (const at of places) {
    if (at < free) continue;
    if (text.charCodeAt(at) === OPENS_TITLE) {
      const document = titledAt(text, at, issuers);
      if (document === undefined) continue;
      found.push(document);
      free = document.end;
    } else if (isYearStart(text.charCodeAt(at + 1))) {
      const number = numberAround(text, at, free);
      if (number === undefined) continue;
      found.push({
        start: number.start,
        end: number.end,
        title: number.number,
        number: number.number,
        ...issuerOf(number.number, issuers),
      });
      free = number.end;
    }
  }
  return found;
}

function isBracket(code: number): boolean {
  return (
    code === 0x3014 ||
    code === 0x5b ||
    code === 0xff08 ||
    code === 0x28 ||
    code === 0x3010 ||
    code === 0xff3b ||
    code === 0xfe5d
  );
}

function isYearStart(code: number): boolean {
  return code === 0x31 || code === 0x32;
}

/** The title that opens at `at`, with the number in brackets after it or the number before it. */
function titledAt(text: string, at: number, issuers: PrefixIndex<string>): FoundDocument | undefined {
  const close = closingOf(text, at);
  if (close < 0) return undefined;
  const title = text.slice(at + 1, close);
  if (title.trim() === '' || title.includes('□')) return undefined;
  let end = close + 1;
  let number: string | undefined;
  if (text[end] === '（' || text[end] === '(') {
    const bracket = firstBracket(text, end + 1, end + 16);
    const inner = bracket < 0 ? undefined : numberAround(text, bracket, end + 1);
    if (
      inner !== undefined &&
      inner.start === end + 1 &&
      (text[inner.end] === '）' || text[inner.end] === ')')
    ) {
      number = inner.number;
      end = inner.end + 1;
    }
  }
  const named = /^([\p{Script=Han}]{3,24}?)关于/u.exec(title)?.[1];
  return {
    start: at,
    end,
    title,
    ...(number === undefined ? {} : { number }),
    ...(named !== undefined && named.length >= 3
      ? { issuer: named }
      : number === undefined
        ? {}
        : issuerOf(number, issuers)),
  };
}

/** Where the title mark at `at` is closed, marks within it counted; -1 where it is not, or not on this line. */
function closingOf(text: string, at: number): number {
  let depth = 0;
  for (let i = at; i < Math.min(text.length, at + LONGEST_TITLE); i++) {
    const code = text.charCodeAt(i);
    if (code === 0x300a) depth++;
    else if (code === 0x300b && --depth === 0) return i;
    else if (code === 0x0a) return -1;
  }
  return -1;
}

function firstBracket(text: string, from: number, to: number): number {
  for (let i = from; i < to; i++) if (isBracket(text.charCodeAt(i))) return i;
  return -1;
}

/** The number whose year stands in the bracket at `bracket`. */
function numberAround(
  text: string,
  bracket: number,
  limit: number,
): { start: number; end: number; number: string } | undefined {
  const tail = YEAR_AND_NUMBER.exec(text.slice(bracket, bracket + 14));
  if (tail === null) return undefined;
  const written = PREFIX.exec(text.slice(Math.max(limit, bracket - 12), bracket))?.[0];
  if (written === undefined) return undefined;
  const prefix = written.replace(NOT_PREFIX, '');
  if (prefix === '') return undefined;
  return {
    start: bracket - prefix.length,
    end: bracket + tail[0].length,
    number: `${prefix}〔${tail[1]}〕${tail[2]}号`,
  };
}

/** What local governments and committees number by: 海政办发, 农委发; a ministry's prefix of one character is not in it. */
const LOCAL = /(?:[政府委党](?:办?发|办|字|函|规)|市|县|区)/u;

function issuerOf(number: string, issuers: PrefixIndex<string>): { issuer?: string } {
  const found = issuers.at(number, 0);
  if (found === undefined || (found.word.length === 1 && LOCAL.test(number.slice(1)))) return {};
  return { issuer: found.value };
}
