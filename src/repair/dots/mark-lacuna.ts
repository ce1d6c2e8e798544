import { CLOSING, classAt, HAN } from '../characters.ts';

/** What the text carries where a title was deleted. */
export const LACUNA = '《□》';

/** Verbs that with 了 want an object: with nothing after them, a title is what is missing. */
const PUBLISHED = ['发布了', '印发了', '出台了', '颁布了', '制定了', '公布了', '通过了', '下发了', '编制了'];
/** Words that want a title or a noun before 的: in 落实.的精神 it is missing. */
const GOVERNING = ['落实', '根据', '按照', '依据', '贯彻', '执行', '遵循', '实施'];

/** True where the words before the dot at `at` want a title there and have none. */
export function lacksTitle(text: string, at: number): boolean {
  const wants = (word: string) => text.startsWith(word, at - word.length);
  return text[at + 1] === '的' ? GOVERNING.some(wants) : PUBLISHED.some(wants);
}

/**
 * Finds closing brackets that are all that is left of a title: `包括).).)和)等` was 包括《…（…)》、 and so on.
 *
 * @returns positions of the brackets, UTF-16 units of the text
 */
export function findLacunaBrackets(text: string, start: number, end: number): number[] {
  const found: number[] = [];
  let depth = 0;
  for (let at = start; at < end; at++) {
    const character = text[at];
    if (character === '(' || character === '（') depth++;
    else if (character === ')' || character === '）') {
      if (depth > 0) depth--;
      else if (isRest(text, at, start)) found.push(at);
    }
  }
  return found;
}

const BEFORE = ['包括', '和', '及', '与', '或', '了', '根据', '按照', '落实', '贯彻', '于', '即', '为'];

function isRest(text: string, at: number, start: number): boolean {
  if (at === start || text[at - 1] === '.') return true;
  if (classAt(text, at - 1) === CLOSING) return false;
  return classAt(text, at - 1) === HAN && BEFORE.some((word) => text.startsWith(word, at - word.length));
}
