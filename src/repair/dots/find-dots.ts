import { isHanMark, isMarkDot, type Passage } from '../diagnose.ts';
import type { Dot } from './dot.ts';

/** The carriers of a flattened passage that stand for marks, with the clauses around them. */
export function findDots(text: string, { start, end, carrier }: Passage): Dot[] {
  const places: number[] = [];
  for (let at = start; at < end; at++) {
    if (text[at] !== carrier) continue;
    if (carrier === '.' ? isMarkDot(text, at) : isHanMark(text, at)) places.push(at);
  }
  return places.map((at, index) => ({
    at,
    clauseStart: index === 0 ? start : places[index - 1] + 1,
    clauseEnd: index + 1 < places.length ? places[index + 1] : end,
  }));
}
