/**
 * Every part-of-speech tag that a token can have: jieba's set, which follows ICTCLAS, and `w` for punctuation.
 *
 * The tags that matter most: n noun, nr person, ns place, nt organisation, nz other name, v verb, vn verbal noun,
 * a adjective, d adverb, p preposition, c conjunction, u… particle, m number, q measure, mq both, t time, f locality,
 * r pronoun, j abbreviation, i idiom, l phrase, k suffix, h prefix, eng Latin letters, w punctuation, x anything else.
 */
export const posTags = [
  'x',
  'w',
  'm',
  'eng',
  'a',
  'ad',
  'ag',
  'an',
  'b',
  'c',
  'd',
  'df',
  'dg',
  'e',
  'f',
  'g',
  'h',
  'i',
  'j',
  'k',
  'l',
  'mg',
  'mq',
  'n',
  'ng',
  'nr',
  'nrfg',
  'nrt',
  'ns',
  'nt',
  'nz',
  'o',
  'p',
  'q',
  'r',
  'rg',
  'rr',
  'rz',
  's',
  't',
  'tg',
  'u',
  'ud',
  'ug',
  'uj',
  'ul',
  'uv',
  'uz',
  'v',
  'vd',
  'vg',
  'vi',
  'vn',
  'vq',
  'y',
  'z',
  'zg',
] as const;

export type PosTag = (typeof posTags)[number];

/** Set in a tag's index, within the segment step, where no dictionary has the word and its tag is a guess. */
export const GUESSED = 0x80;

const indexOfTag = new Map<string, number>(posTags.map((tag, index) => [tag, index]));

/** The index of a tag in {@link posTags}; that of `x` for a tag that is not there. */
export function posIndex(tag: string): number {
  return indexOfTag.get(tag) ?? 0;
}
