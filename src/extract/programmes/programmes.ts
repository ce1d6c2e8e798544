import { textSpan } from '../../alignment/index.ts';
import { type Dictionaries, PrefixIndex } from '../../dictionary/index.ts';
import { type FoundEntity, firstEndingAfter, type TokenColumns } from '../../document/index.ts';
import { nameBits } from '../name-marks.ts';
import type { Recognizer } from '../recognizer.ts';
import { readFiveYearPlan } from './five-year-plan.ts';

/** Five-year plans with their years, programmes by name, and …工程, …计划 by how their names are built. */
export const programmes: Recognizer = {
  name: 'programme',
  priority: 30,
  find: ({ text, tokens, dictionaries, nameMarks, found: others }) => {
    const lexicon = programmeLexicon(dictionaries);
    const titles = others.filter(({ type }) => type === 'document');
    let title = 0;
    const found: FoundEntity[] = [];
    /** Where the name being built may begin: after what was found, after a mark. */
    let free = 0;
    for (let i = 0; i < text.length; i++) {
      if ((nameMarks[i] & nameBits.programmes) === 0) continue;
      if (lexicon.starts[text.charCodeAt(i)] === MARK) {
        free = i + 1;
        continue;
      }
      while (title < titles.length && titles[title].span.end <= i) title++;
      const inTitle = title < titles.length && titles[title].span.start <= i;
      const entity = programmeAt({ text, tokens }, i, free, lexicon);
      // A title names a document: only the plan's years are worth having from within it.
      if (entity === undefined || (inTitle && entity.rule === 'programme-suffix')) continue;
      found.push(entity);
      i = entity.span.end - 1;
      if (entity.rule !== 'five-year-plan') free = entity.span.end;
    }
    return found;
  },
};

export interface ProgrammeLexicon {
  readonly names: PrefixIndex<{ from: string; to: string }>;
  readonly suffixes: PrefixIndex<true>;
  readonly stops: ReadonlySet<string>;
  /** What before a suffix makes no name: 重大工程. */
  readonly generic: ReadonlySet<string>;
  /** By UTF-16 unit: 1 where something may begin, 2 at a mark that no name reaches over. */
  readonly starts: Uint8Array;
}

const BEGINS = 1;
const MARK = 2;
/** No name is longer, its suffix left out. */
const LONGEST = 24;
const OPENING = '“‘"「『';
const CLOSING = '”’"」』';

interface Words {
  readonly text: string;
  readonly tokens: TokenColumns;
}

function programmeAt(
  words: Words,
  at: number,
  free: number,
  lexicon: ProgrammeLexicon,
): FoundEntity | undefined {
  const { text } = words;
  const plan = readFiveYearPlan(text, at);
  if (plan !== undefined) {
    return {
      type: 'programme',
      span: textSpan(plan.start, plan.end),
      confidence: 0.98,
      rule: 'five-year-plan',
      name: plan.name,
      from: `${plan.from}`,
      to: `${plan.to}`,
    };
  }
  const named = lexicon.names.at(text, at);
  if (named !== undefined) {
    const { from, to } = named.value;
    return {
      type: 'programme',
      span: textSpan(at, at + named.word.length),
      confidence: 0.95,
      rule: 'programme-name',
      name: named.word,
      ...(from === '' ? {} : { from }),
      ...(to === '' ? {} : { to }),
    };
  }
  const suffix = lexicon.suffixes.at(text, at)?.word;
  if (suffix === undefined) return undefined;
  const start = nameStart(words, at, free, lexicon);
  if (start === undefined) return undefined;
  const end = at + suffix.length;
  return {
    type: 'programme',
    span: textSpan(start, end),
    confidence: 0.8,
    rule: 'programme-suffix',
    name: text.slice(start, end),
  };
}

/** Where the name before a suffix begins; `undefined` where what stands there makes none. */
function nameStart(
  { text, tokens }: Words,
  at: number,
  free: number,
  { stops, generic }: ProgrammeLexicon,
): number | undefined {
  if (CLOSING.includes(text[at - 1] ?? '-')) {
    let open = at - 2;
    while (open > at - LONGEST && open >= 0 && !OPENING.includes(text[open])) open--;
    const quoted = open >= 0 && open > at - LONGEST && at - 2 - open >= 1;
    return quoted && readFiveYearPlan(text, open + 1)?.end !== at - 1 ? open : undefined;
  }
  const limit = Math.max(free, at - LONGEST);
  let start = at;
  // Word by word, so that the 能 of 能源 stops no name.
  let token = firstEndingAfter(tokens, at - 1);
  for (; token >= 0 && token < tokens.ends.length; token--) {
    const from = tokens.starts[token];
    const word = text.slice(from, Math.min(tokens.ends[token], start));
    if (from < limit || tokens.ends[token] < start || stops.has(word) || !isName(word)) break;
    start = from;
  }
  const name = text.slice(start, at);
  return name.length >= 4 && !generic.has(name) ? start : undefined;
}

function isName(word: string): boolean {
  for (let i = 0; i < word.length; i++) if (!isNamePart(word.charCodeAt(i))) return false;
  return word !== '';
}

function isNamePart(code: number): boolean {
  return (
    (code >= 0x4e00 && code <= 0x9fff) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a)
  );
}

const key = Symbol('programme lexicon');

/** The words of programmes, made once for a set of dictionaries. */
export function programmeLexicon(dictionaries: Dictionaries): ProgrammeLexicon {
  return dictionaries.derived(key, () => {
    const rows = dictionaries.rows('programmes');
    const of = (kind: string) => rows.filter((row) => row.kind === kind);
    const names = new PrefixIndex(of('name').map(({ text, from, to }) => [text, { from, to }] as const));
    const suffixes = new PrefixIndex(of('suffix').map(({ text }) => [text, true] as const));
    const starts = new Uint8Array(0x10000);
    for (const index of [names, suffixes]) for (const first of index.firsts()) starts[first] = BEGINS;
    for (const character of '一二三四五六七八九十') starts[character.charCodeAt(0)] = BEGINS;
    for (const mark of '，。；：、！？（）《》\n,.;:!?()') starts[mark.charCodeAt(0)] = MARK;
    return {
      names,
      suffixes,
      stops: new Set(of('stop').map(({ text }) => text)),
      generic: new Set(of('generic').map(({ text }) => text)),
      starts,
    };
  });
}
