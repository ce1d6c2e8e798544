/**
 * Bare `nodejieba.cut` with nodejieba's own dictionaries, in a process of its own, as a process holds one set of
 * dictionaries and the pipeline's is another. Reads `{ texts, rounds }` as JSON, prints the seconds of each round.
 */
import { readFileSync } from 'node:fs';
import nodejieba from 'nodejieba';
import { secondsEach } from './seconds.ts';

const { texts, rounds } = JSON.parse(readFileSync(0, 'utf8')) as { texts: string[]; rounds: number };
const cut = (text: string) => nodejieba.cut(text, true);
secondsEach(texts, cut);
console.log(JSON.stringify(Array.from({ length: rounds }, () => secondsEach(texts, cut))));
