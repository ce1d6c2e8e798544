import type { SpanColumns } from '../document/index.ts';
import { characterClasses, SPACE } from './characters.ts';
import { SpanList } from './span-list.ts';

/** What a mark does, a bit each, by UTF-16 unit. */
const roles = new Uint8Array(0x10000);
const STRONG = 1;
const CLOSING = 2;
/** After a closing quotation mark these show that the sentence around the quotation goes on. */
const CONTINUING = 4;
for (const [marks, role] of [
  ['。！？!?｡︒', STRONG],
  ['”’」』"\'）)】〕］]》〉｝}', CLOSING],
  ['的地得等之、，；：。,;:）)》', CONTINUING],
] as const) {
  for (const mark of marks) roles[mark.charCodeAt(0)] |= role;
}
/** What closes each opening bracket, in one of two widths. */
const closings = new Map(
  ['（）)', '()）', '【】】', '〔〕〕', '［］］', '[]]', '《》》', '〈〉〉'].map((kind) => [
    kind.charCodeAt(0),
    [kind.charCodeAt(1), kind.charCodeAt(2)] as const,
  ]),
);
const TITLE = '《'.charCodeAt(0);
const NAME = '〈'.charCodeAt(0);
/** How far a bracket may reach; beyond that its closing mark was lost, and it protects nothing. */
const BRACKET_REACH = 200;

/** Used again for each text. */
const found = new SpanList(256);

/**
 * Finds the sentences of a text: 。！？ and ；, with the quotation marks and brackets that close after them.
 *
 * A line break always ends a sentence. Marks inside 《》 or brackets end none, unless the brackets hold the whole sentence.
 * A full stop `.` counts after a Han character, never in a number. An ellipsis ends a sentence where another begins after it.
 *
 * @returns ascending, disjoint spans in UTF-16 units of `text`, without white space around them; together they hold
 *   everything but white space
 */
export function splitSentences(text: string): SpanColumns {
  found.clear();
  const { length } = text;
  let start = 0;
  /** End of the bracket that the scan is inside of, and where it began. */
  let bracketEnd = -1;
  let bracketStart = -1;
  /** Where the sentence's first character that is no white space stands, once somebody has asked. */
  let firstContent = -1;
  const close = (end: number): void => {
    let from = start;
    let to = end;
    while (from < to && isSpace(text.charCodeAt(from))) from++;
    while (to > from && isSpace(text.charCodeAt(to - 1))) to--;
    if (to > from) found.push(from, to);
    start = end;
  };
  for (let at = 0; at < length; at++) {
    const unit = text.charCodeAt(at);
    if (!isCandidate(unit)) continue;
    if (isLineBreak(unit)) {
      close(at);
      bracketEnd = -1;
      continue;
    }
    const closing = at >= bracketEnd ? closings.get(unit) : undefined;
    if (closing !== undefined) {
      const end = closingOf(text, at, unit, closing[0], closing[1]);
      if (end > 0) {
        bracketStart = at;
        bracketEnd = end;
      }
      continue;
    }
    if (!endsSentence(text, at, unit)) continue;
    let end = at + 1;
    while (end < length && (hasRole(text, end, STRONG) || (unit === 0x2026 && text[end] === '…'))) end++;
    const marks = end;
    while (end < length && hasRole(text, end, CLOSING) && !(isQuote(text[end]) && opensAt(text, end))) end++;
    if (at < bracketEnd) {
      // Inside brackets only a sentence that is wholly in brackets ends, and it ends with them.
      const bracket = text.charCodeAt(bracketStart);
      if (end < bracketEnd || bracket === TITLE || bracket === NAME) continue;
      if (firstContent < start) {
        firstContent = start;
        while (isSpace(text.charCodeAt(firstContent))) firstContent++;
      }
      if (firstContent < bracketStart) continue;
    }
    if (end > marks && end < length && hasRole(text, end, CONTINUING)) continue;
    close(end);
    at = end - 1;
  }
  close(length);
  return found.columns();
}

function hasRole(text: string, at: number, role: number): boolean {
  return (roles[text.charCodeAt(at)] & role) !== 0;
}

/** A cheap first test: most characters are Han and end nothing. */
function isCandidate(unit: number): boolean {
  if (unit >= 0x3400 && unit < 0xff00) return false;
  return unit < 0x80
    ? unit === 0x0a ||
        unit === 0x0d ||
        unit === 0x21 ||
        unit === 0x28 ||
        unit === 0x2e ||
        unit === 0x3b ||
        unit === 0x3f ||
        unit === 0x5b
    : unit === 0x2026 ||
        unit === 0x2028 ||
        unit === 0x2029 ||
        (unit >= 0x3000 && unit < 0x3020) ||
        unit >= 0xff00;
}

function isLineBreak(unit: number): boolean {
  return unit === 0x0a || unit === 0x0d || unit === 0x2028 || unit === 0x2029;
}

function isSpace(unit: number): boolean {
  return characterClasses()[unit] === SPACE;
}

function isHan(unit: number): boolean {
  return (unit >= 0x3400 && unit <= 0x9fff) || (unit >= 0xd840 && unit <= 0xdfff);
}

function isWordAscii(unit: number): boolean {
  return (unit >= 0x30 && unit <= 0x39) || (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a);
}

function endsSentence(text: string, at: number, unit: number): boolean {
  const next = at + 1 < text.length ? text.charCodeAt(at + 1) : 0x0a;
  switch (unit) {
    case 0x3002: // 。
    case 0xff01: // ！
    case 0xff1f: // ？
    case 0xff1b: // ；
    case 0xff61: // ｡
      return true;
    case 0x21: // !
    case 0x3f: // ?
    case 0x3b: // ;
      // Inside an address or an entity of HTML these are no marks.
      return !(isWordAscii(next) || next === 0x3d || next === 0x26 || next === 0x25);
    case 0x2e: // .
      return endsWithFullStop(text, at, next);
    case 0x2026: // …
      return text[at - 1] === '…' && next !== 0x2026 && breaksAfterEllipsis(text, at - 1, at + 1);
    default:
      return false;
  }
}

/** A pair …… ends a sentence unless the sentence visibly goes on: 等, a mark, or the stammer of 慢……慢点. */
function breaksAfterEllipsis(text: string, from: number, to: number): boolean {
  if (to >= text.length) return true;
  return !'的等。，、；：！？”’」』）》'.includes(text[to]) && text[from - 1] !== text[to];
}

/** `.` for 。: after a Han character; after a Latin word of four letters or more only where a new sentence shows. */
function endsWithFullStop(text: string, at: number, next: number): boolean {
  if (at === 0 || next === 0x2e) return false;
  const previous = text.charCodeAt(at - 1);
  if (isHan(previous)) return true;
  if (next > 0x20) return false;
  let letters = 0;
  while (
    letters < 4 &&
    at - 1 - letters >= 0 &&
    text.charCodeAt(at - 1 - letters) >= 0x61 &&
    text.charCodeAt(at - 1 - letters) <= 0x7a
  )
    letters++;
  return letters === 4;
}

function isQuote(character: string): boolean {
  return character === '"' || character === "'";
}

/** A straight quotation mark opens where a word follows it and white space or nothing stands before. */
function opensAt(text: string, at: number): boolean {
  return at > 0 && isSpace(text.charCodeAt(at - 1));
}

/** One past the mark that closes the bracket at `at`, on the same line and within reach; -1 where none does. */
function closingOf(text: string, at: number, opening: number, closing: number, other: number): number {
  const limit = Math.min(text.length, at + BRACKET_REACH);
  let depth = 0;
  for (let i = at + 1; i < limit; i++) {
    const unit = text.charCodeAt(i);
    if (isLineBreak(unit)) return -1;
    if (unit === opening) depth++;
    else if ((unit === closing || unit === other) && depth-- === 0) return i + 1;
  }
  return -1;
}
