import { textSpan } from '../../alignment/index.ts';
import { type Dictionaries, PrefixIndex, unitTable } from '../../dictionary/index.ts';
import { type FoundEntity, firstEndingAfter, type TokenColumns } from '../../document/index.ts';
import type { Recognizer } from '../recognizer.ts';
import { planBeginnings, readFiveYearPlan } from './five-year-plan.ts';

/** Five-year plans with their years, programmes by name, and …工程, …计划 by how their names are built. */
export const programmes: Recognizer = {
  name: 'programme',
  priority: 30,
  find: ({ text, tokens, dictionaries, beginnings, found: others }) => {
    const lexicon = programmeLexicon(dictionaries);
    const titles = others.filter(({ type }) => type === 'document');
    let title = 0;
    const found: FoundEntity[] = [];
    let next = 0;
    /** Where the name being built may begin: after the one found last. */
    let free = 0;
    for (const at of beginnings.of('programmes')) {
      if (at < next) continue;
      while (title < titles.length && titles[title].span.end <= at) title++;
      const inTitle = title < titles.length && titles[title].span.start <= at;
      const entity = programmeAt({ text, tokens }, at, free, lexicon);
      // A title names a document: only the plan's years are worth having from within it.
      if (entity === undefined || (inTitle && entity.rule === 'programme-suffix')) continue;
      found.push(entity);
      next = entity.span.end;
      if (entity.rule !== 'five-year-plan') free = next;
    }
    return found;
  },
};

export interface ProgrammeLexicon {
  readonly names: PrefixIndex<{ from: string; to: string }>;
  /** False for words that begin with one and are another: 工程师. */
  readonly suffixes: PrefixIndex<boolean>;
  readonly stops: ReadonlySet<string>;
  /** What before a suffix makes no name: 重大工程. */
  readonly generic: ReadonlySet<string>;
  /** With what programmes and the suffixes of their names begin. */
  readonly beginnings: readonly string[];
}

/** By UTF-16 unit, 1 for the marks that no name reaches over. */
const marks = unitTable('，。；：、！？（）《》\n,.;:!?()');
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
  const ending = lexicon.suffixes.at(text, at);
  if (ending === undefined || !ending.value) return undefined;
  const suffix = ending.word;
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
  const limit = Math.max(free, lastMarkBefore(text, at) + 1, at - LONGEST);
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

/** Where the last mark before `at` stands that is near enough to end a name; -1 where none is. */
function lastMarkBefore(text: string, at: number): number {
  for (let i = at - 1; i >= 0 && i >= at - LONGEST; i--) if (marks[text.charCodeAt(i)] === 1) return i;
  return -1;
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
    const suffixes = new PrefixIndex([
      ...of('suffix').map(({ text }) => [text, true] as const),
      ...of('no-suffix').map(({ text }) => [text, false] as const),
    ]);
    return {
      names,
      suffixes,
      stops: new Set(of('stop').map(({ text }) => text)),
      generic: new Set(of('generic').map(({ text }) => text)),
      beginnings: [...names.words(), ...suffixes.words(), ...planBeginnings],
    };
  });
}
