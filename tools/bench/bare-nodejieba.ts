/**
 * Bare `nodejieba.cut` with nodejieba's own dictionaries, in a process of its own, whose memory is its own. Reads `{ texts, rounds }` as JSON, prints the processor seconds of each round.
 */
import { readFileSync } from 'node:fs';
import nodejieba from 'nodejieba';
import { secondsEach } from './seconds.ts';

const { texts, rounds } = JSON.parse(readFileSync(0, 'utf8')) as { texts: string[]; rounds: number };
const cut = (text: string) => nodejieba.cut(text, true);
secondsEach(texts, cut);
console.log(JSON.stringify(Array.from({ length: rounds }, () => secondsEach(texts, cut))));
