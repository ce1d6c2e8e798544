import { textSpan } from '../../alignment/index.ts';
import { type FoundEntity, firstEndingAfter } from '../../document/index.ts';
import { Edges } from '../edges.ts';
import type { Recognizer } from '../recognizer.ts';
import { findMentions } from './find-mentions.ts';
import { placeNames } from './place-names.ts';
import { candidatesOf, type Resolved, resolveMentions } from './resolve.ts';

/** Provinces, prefectures and counties by their full and short names, read as of the text's year. */
export const divisions: Recognizer = {
  name: 'division-name',
  priority: 50,
  find: ({ text, tokens, sentences, year, beginnings, dictionaries }) => {
    const names = placeNames(dictionaries);
    const mentions = findMentions({
      text,
      names,
      edges: new Edges(text, tokens),
      year: year ?? names.register.lastYear,
      places: beginnings.of('divisions'),
      kind: 'prose',
    });
    const resolved = resolveMentions(mentions, year, text, (at) => firstEndingAfter(sentences, at));
    return resolved.map(toEntity);
  },
};

function toEntity({ mention: { start, end }, readings, confidence }: Resolved): FoundEntity {
  const [{ division, form }] = readings;
  const { level, code, name, province } = division;
  const span = textSpan(start, end);
  const rule = 'division-name';
  if (level === 'province') return { id: '', type: level, span, confidence, rule, ref: code, name, form };
  if (readings.length === 1) {
    return code === ''
      ? { id: '', type: level, span, confidence, rule, name, province }
      : { id: '', type: level, span, confidence, rule, ref: code, name, province };
  }
  const provinces = new Set(readings.map((reading) => reading.division.province));
  return {
    id: '',
    type: level,
    span,
    confidence,
    rule,
    name,
    ...(provinces.size === 1 ? { province } : {}),
    candidates: candidatesOf(readings),
  };
}
