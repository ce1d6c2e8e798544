import { isHanMark, isMarkDot, type Passage } from '../diagnose.ts';
import { partsLatinWords } from './latin-words.ts';

/** Neighbouring lines whose marks became the same character. UTF-16 units of the text. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly carrier: '.' | ',';
}

/** A line between two flattened ones that is no longer than this is a heading of theirs. */
const HEADING = 40;

/** Joins flattened lines into stretches, with the headings between them: what follows a line says much about its end. */
export function findStretches(passages: readonly Passage[]): Stretch[] {
  const stretches: { start: number; end: number; carrier: '.' | ',' }[] = [];
  let open: { start: number; end: number; carrier: '.' | ',' } | undefined;
  for (const { condition, start, end, carrier } of passages) {
    if (carrier !== undefined && open?.carrier === carrier) open.end = end;
    else if (carrier !== undefined) {
      open = { start, end, carrier };
      stretches.push(open);
    } else if (condition === 'foreign' || end - start > HEADING) open = undefined;
  }
  return stretches;
}

/** True where the unit at `at` is a mark made alike by this carrier. */
export function isCarrier(text: string, at: number, carrier: '.' | ','): boolean {
  if (text.charCodeAt(at) !== carrier.charCodeAt(0)) return false;
  if (carrier === ',') return isHanMark(text, at);
  return isMarkDot(text, at) || partsLatinWords(text, at);
}
