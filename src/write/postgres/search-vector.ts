/** A word longer than this (UTF-16 units; at most 3 bytes each) is no lexeme to PostgreSQL, which takes 2,046 bytes. */
const LONGEST_WORD = 682;
/** A tsvector takes 1 MB of lexemes and positions; what is beyond a half is a text without sentences. */
const MOST_UNITS = 150_000;
/** Nobody asks for more at once; a tsquery of many thousand words is too deep for PostgreSQL's stack. */
const MOST_WORDS_WANTED = 1_000;

/** The form in which a word is compared: lower case. Nothing for one without a letter or digit. */
export function lexemeOf(word: string): string | undefined {
  return /[\p{L}\p{N}]/u.test(word) ? word.toLowerCase() : undefined;
}

const lexemesOf = (words: readonly string[]) => words.flatMap((word) => lexemeOf(word) ?? []);

/**
 * The tsvector of a sentence: our words with their positions, as `'word':1,5 'other':2`. PostgreSQL's own parser
 * knows no Chinese words. Words beyond the limits of the type are left out: search finds them in the text.
 */
export function searchVector(words: readonly string[]): string {
  const positions = new Map<string, number[]>();
  let units = 0;
  for (const [index, word] of lexemesOf(words).entries()) {
    if (word.length > LONGEST_WORD) continue;
    units += word.length + 1;
    if (units > MOST_UNITS) break;
    const list = positions.get(word);
    if (list === undefined) positions.set(word, [index + 1]);
    else list.push(index + 1);
  }
  return [...positions].map(([word, at]) => `${quoted(word)}:${at.join(',')}`).join(' ');
}

/**
 * A tsquery for sentences in which all phrases stand, the words of each one after another. Nothing where the
 * index can't answer: for a phrase without words, and for one that is itself beyond limits.
 */
export function searchQuery(phrases: readonly (readonly string[])[]): string | undefined {
  const wanted = phrases.map(lexemesOf);
  const words = wanted.flat();
  if (wanted.some(({ length }) => length === 0) || words.length > MOST_WORDS_WANTED) return undefined;
  if (words.some(({ length }) => length > LONGEST_WORD)) return undefined;
  return wanted.map((phrase) => `(${phrase.map(quoted).join(' <-> ')})`).join(' & ');
}

/** A word as tsvector and tsquery quote it. */
const quoted = (word: string) => `'${word.replace(/['\\]/g, '$&$&')}'`;
