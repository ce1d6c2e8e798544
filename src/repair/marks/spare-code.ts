import { classAt, HAN, LATIN, STRAIGHT_QUOTE } from '../characters.ts';
import type { Passage } from '../diagnose.ts';
import type { RepairRule } from '../rule.ts';

/** Units that code is full of and text is not. */
const isSign = new Uint8Array(0x10000);
for (const sign of '{}=<>\\_$&|;[]#') isSign[sign.charCodeAt(0)] = 1;

/** So many make a line code, whatever else is in it; fewer do where most of it is Latin. */
const MANY = 3;
const SOME = 2;

/** A rule for the width and the pairing of marks, kept out of lines of code: quotes and brackets are syntax there. */
export function spareCode(rule: RepairRule): RepairRule {
  return (context) => {
    const { edits, findings = [] } = rule(context);
    if (edits.length === 0) return { edits, findings };
    const { text, passages } = context;
    let index = 0;
    let judged = -1;
    let code = false;
    return {
      edits: edits.filter(({ from }) => {
        while (index + 1 < passages.length && passages[index + 1].start <= from) index++;
        if (judged !== index) {
          judged = index;
          code = isCode(text, passages[index]);
        }
        return !code;
      }),
      findings,
    };
  };
}

function isCode(text: string, { start, end }: Passage): boolean {
  let signs = 0;
  let letters = 0;
  let han = 0;
  for (let at = start; at < end; at++) {
    const kind = classAt(text, at);
    if (kind === HAN) han++;
    else if (kind === LATIN) {
      letters++;
      // A call: print("…").
      if (text[at + 1] === '(' && isQuoteOrLatin(text, at + 2)) signs++;
    } else if (kind === STRAIGHT_QUOTE && text[at + 1] === ':') signs++;
    else if (isSign[text.charCodeAt(at)] === 1 && !isHalfMark(text, at)) {
      signs++;
      // What is set to a string: = "…".
      if (text[at] === '=' && classAt(text, text[at + 1] === ' ' ? at + 2 : at + 1) === STRAIGHT_QUOTE)
        signs++;
    }
  }
  return signs >= MANY ? signs * 8 + letters >= han : signs >= SOME && letters >= han;
}

const isQuoteOrLatin = (text: string, at: number) => {
  const kind = classAt(text, at);
  return kind === STRAIGHT_QUOTE || kind === LATIN;
};

/** A half-width semicolon behind Han text is a mark that lost its width; `<<` and `>>` are titles'. */
function isHalfMark(text: string, at: number): boolean {
  const unit = text[at];
  if (unit === ';') return classAt(text, at - 1) === HAN;
  return (unit === '<' || unit === '>') && (text[at - 1] === unit || text[at + 1] === unit);
}
