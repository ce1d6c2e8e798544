/**
 * Prints one table of how well punctuation is repaired: on held-out documents of the corpus, flattened in
 * several ways, on hand-labelled real texts, and on sound text.
 *
 *     npx tsx tools/evaluate-punctuation.ts [--corpus DIR] [--share 0…1]
 */
import { statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import nodejieba from 'nodejieba';
import { unified } from 'unified';
import { VFile } from 'vfile';
import { isAccepted, labelled, labelledTextsExist, scoreLabelled } from '../tests/repair/labels.ts';
import { secondsEach } from './bench/seconds.ts';
import { built } from './built.ts';
import { scoreBare } from './evaluate/bare.ts';
import { scoreBreaks } from './evaluate/breaks.ts';
import { scoreFlattened } from './evaluate/flattened.ts';
import { scoreSound } from './evaluate/sound.ts';
import { scoreWay, type Way, ways } from './evaluate/ways.ts';
import { type Kind, kinds } from './train/corpus.ts';
import { samplesOf } from './train/sample.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const { values } = parseArgs({
  options: {
    corpus: { type: 'string', default: here('../../shared/corpus') },
    share: { type: 'string', default: '0.2' },
  },
});
const share = (kind: Kind) => (kinds[kind].times > 1 ? 1 : Number(values.share) / kinds[kind].share);
const row = (what: string, value: string | number) => console.log(`| ${what} | ${value} |`);
/** Rounds before anything is timed. */
const WARM_UP = 20;
const show = (value: number) => value.toFixed(4);

console.log('| measure | figure |\n| --- | --- |');
const flat = scoreFlattened(values.corpus, share);
const counts = [...flat.byKind.values()];
const dots = counts.reduce((sum, { dots }) => sum + dots, 0);
row(
  'dots typed right, held-out documents',
  `${show(counts.reduce((sum, { right }) => sum + right, 0) / dots)} (${dots})`,
);
for (const [kind, { dots, right }] of flat.byKind) row(`– ${kind}`, `${show(right / dots)} (${dots})`);
const five = ['，', '、', '。', '；', '：'].map((mark) => flat.byMark.get(mark)!.f1);
row('macro F1 of five marks', show(five.reduce((a, b) => a + b) / 5));
for (const [mark, tally] of flat.byMark) row(`– ${mark}`, String(tally));
if (labelledTextsExist) {
  for (const [half, name] of Object.entries(labelled)) {
    const scored = scoreLabelled(name);
    const accepted = scored.filter(isAccepted).length;
    const first = scored.filter((dot) => dot.accepted[0] === dot.repaired).length;
    row(
      `labelled real text, ${half} half: acceptable, first choice`,
      `${show(accepted / scored.length)}, ${show(first / scored.length)} (${scored.length})`,
    );
  }
}
for (const way of Object.keys(ways) as Way[]) {
  const { right, marks } = scoreWay(values.corpus, way, (kind) => share(kind) * 0.2);
  row(`marks flattened to ${way}, typed right`, `${show(right / marks)} (${marks})`);
}
row('lost %', String(flat.percent));
row('titles deleted beside a mark', String(flat.titlesBeside));
row('titles deleted inside a clause', String(flat.titlesInside));
const bare = scoreBare(values.corpus, (kind) => share(kind) * 0.5);
row('bare text, five marks', String(bare.marks));
for (const [kind, tally] of bare.byKind) row(`– ${kind}`, String(tally));
row('– places alone', String(bare.places));
row('– calibration, expected error', show(bare.calibration.error));
const breaks = scoreBreaks(values.corpus, share);
row('breaks in glued text: before numbers', String(breaks.numbered));
for (const [kind, tally] of breaks.byKind) row(`– ${kind}`, String(tally));
row('– between a heading and its text, recall', breaks.headings.recall.toFixed(3));
const sound = scoreSound(values.corpus, 10_000);
row(`sound paragraphs (${sound.seen}): marks changed outside width and pairing`, sound.marksChanged);
for (const [rule, count] of sound.rules) row(`– edits of ${rule}`, count);
row('texts that a second repair changes', `${flat.changedTwice} of ${flat.texts}`);
row('calibration, expected error', show(flat.calibration.error));
for (const name of ['dots.model', 'gaps.model', 'lacunae.model', 'signs.model']) {
  row(`size of ${name}`, `${(statSync(here(`../dictionaries/${name}`)).size / 1e6).toFixed(2)} MB`);
}
row('throughput against bare nodejieba.cut, flattened text', `× ${(await throughput()).toFixed(2)}`);

/** How many times as fast the whole step is as bare `nodejieba.cut` on the same flattened text, warmed up, best of nine each. */
async function throughput(): Promise<number> {
  const { repair }: typeof import('../src/repair/index.ts') = await built('repair/index.js');
  const { parse }: typeof import('../src/parse/index.ts') = await built('parse/index.js');
  const processor = unified().use(parse).use(repair).freeze();
  const texts = [...samplesOf(values.corpus, 'xwlb_news', 'test', 0.05)].map(
    ({ flattened }) => flattened.text,
  );
  const best = (rounds: number, work: (text: string) => void) => {
    let least = Number.POSITIVE_INFINITY;
    for (let round = 0; round < rounds; round++) least = Math.min(least, secondsEach(texts, work));
    return least;
  };
  nodejieba.cut('先载入词典', true);
  const step = best(WARM_UP + 9, (text) => {
    const file = new VFile(text);
    processor.runSync(processor.parse(file), file);
  });
  return best(9, (text) => nodejieba.cut(text, true)) / step;
}
