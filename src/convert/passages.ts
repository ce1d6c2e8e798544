import type { ScriptFinding } from '../document/index.ts';
import type { FormsFinding } from './regional-forms.ts';

/** A clause, or neighbouring clauses, of one script; UTF-16 units of the text, tiling it. */
export interface Passage {
  start: number;
  end: number;
  readonly script: 'Hans' | 'Hant' | 'Undetermined';
}

/** A clause and what its characters say: natural logarithm of the odds for Simplified, summed. */
interface Clause {
  readonly start: number;
  readonly end: number;
  readonly score: number;
}

/** From here on a clause decides for itself: odds of about 20 to 1. */
const DECIDED = 3;
/** How far the clauses around may decide for one that can't. */
const CONTEXT = 3;

const clauseEnds = new Uint8Array(0x10000);
for (const mark of '。，；：！？、\n.,;:!?…「」『』“”《》〈〉（）()[]【】〔〕')
  clauseEnds[mark.charCodeAt(0)] = 1;

/** Splits a text into passages by script. Clauses that say too little borrow from those around them. */
export function passagesOf(text: string, weights: Float32Array): Passage[] {
  const clauses = clausesOf(text, weights);
  const passages: Passage[] = [];
  clauses.forEach(({ start, end, score }, index) => {
    const decided = Math.abs(score) >= DECIDED ? score : score + borrowed(clauses, index);
    const script = decided <= -1 ? 'Hant' : decided >= 1 ? 'Hans' : 'Undetermined';
    const last = passages.at(-1);
    if (last?.script === script) last.end = end;
    else passages.push({ start, end, script });
  });
  return passages;
}

/** What the clauses around say: the nearest decided ones on either side, the nearer the more. */
function borrowed(clauses: readonly Clause[], index: number): number {
  let sum = 0;
  for (let distance = 1; distance <= 8; distance++) {
    // Asked first: an index below nought is a name to look up, not a place.
    if (index >= distance) sum += lent(clauses[index - distance], distance);
    if (index + distance < clauses.length) sum += lent(clauses[index + distance], distance);
    if (Math.abs(sum) >= DECIDED) break;
  }
  return sum;
}

function lent({ score }: Clause, distance: number): number {
  return Math.max(-CONTEXT, Math.min(CONTEXT, score)) / distance;
}

function clausesOf(text: string, weights: Float32Array): Clause[] {
  const clauses: Clause[] = [];
  let start = 0;
  let score = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    score += weights[unit];
    if (clauseEnds[unit] === 1) {
      clauses.push({ start, end: at + 1, score });
      start = at + 1;
      score = 0;
    }
  }
  if (start < text.length) clauses.push({ start, end: text.length, score });
  return clauses;
}

/** The script of a whole document from its passages, and whose forms its Traditional ones have. */
export function documentScript(
  text: string,
  passages: readonly Passage[],
  { forms, evidence: characters }: FormsFinding,
): ScriptFinding {
  const sizes = { Hans: 0, Hant: 0, Undetermined: 0 };
  for (const { start, end, script } of passages) sizes[script] += end - start;
  const known = sizes.Hans + sizes.Hant;
  if (known === 0) return { detected: 'Undetermined', confidence: text === '' ? 1 : 0.5 };
  const share = Math.max(sizes.Hans, sizes.Hant) / known;
  const confidence = Math.round(Math.min(0.99, share * (known / (known + 4))) * 100) / 100;
  const detected = share < 0.9 ? 'Mixed' : sizes.Hans > sizes.Hant ? 'Hans' : 'Hant';
  const sides = `${sizes.Hant} of ${text.length} characters stand in Traditional passages, ${sizes.Hans} in Simplified ones`;
  if (forms === undefined) return { detected, confidence, evidence: sides };
  const names = { tw: 'Taiwan', hk: 'Hong Kong', opencc: 'the OpenCC standard' };
  const evidence = `${sides}; forms of ${names[forms]}: ${characters}`;
  return forms === 'opencc' ? { detected, confidence, evidence } : { detected, confidence, forms, evidence };
}
