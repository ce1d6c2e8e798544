import type { PosTag } from '../../segment/pos-tags.ts';

/**
 * The universal part of speech (https://universaldependencies.org/u/pos/) of each of our tags, after the
 * guidelines for Chinese: measure words, times and places are nouns, localizers are adpositions, the particles
 * of aspect are auxiliaries. Set phrases have no class of their own there: X.
 */
const universal: Readonly<Record<PosTag, string>> = {
  x: 'X',
  w: 'PUNCT',
  m: 'NUM',
  eng: 'X',
  a: 'ADJ',
  ad: 'ADV',
  ag: 'ADJ',
  an: 'NOUN',
  b: 'ADJ',
  c: 'CCONJ',
  d: 'ADV',
  df: 'ADV',
  dg: 'ADV',
  e: 'INTJ',
  f: 'ADP',
  g: 'X',
  h: 'PART',
  i: 'X',
  j: 'NOUN',
  k: 'PART',
  l: 'X',
  mg: 'NUM',
  mq: 'NUM',
  n: 'NOUN',
  ng: 'NOUN',
  nr: 'PROPN',
  nrfg: 'PROPN',
  nrt: 'PROPN',
  ns: 'PROPN',
  nt: 'PROPN',
  nz: 'PROPN',
  o: 'X',
  p: 'ADP',
  q: 'NOUN',
  r: 'PRON',
  rg: 'PRON',
  rr: 'PRON',
  rz: 'PRON',
  s: 'NOUN',
  t: 'NOUN',
  tg: 'NOUN',
  u: 'PART',
  ud: 'PART',
  ug: 'AUX',
  uj: 'PART',
  ul: 'AUX',
  uv: 'PART',
  uz: 'AUX',
  v: 'VERB',
  vd: 'VERB',
  vg: 'VERB',
  vi: 'VERB',
  vn: 'NOUN',
  vq: 'VERB',
  y: 'PART',
  z: 'ADJ',
  zg: 'X',
};

/** The universal part of speech of a word with one of our tags; X for a tag that is not ours. */
export function universalPos(word: string, tag: string): string {
  if (tag === 'w' && /^[%‰％]|^\p{S}/u.test(word)) return 'SYM';
  return Object.hasOwn(universal, tag) ? universal[tag as PosTag] : 'X';
}
