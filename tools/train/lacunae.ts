import {
  farFeatures,
  LACUNA_CUES,
  LACUNA_FEATURES,
  lacunaCues,
  lacunaSymbols,
  MARGIN,
  nearestFeatures,
  nearFeatures,
} from '../../src/repair/dots/lacuna-features.ts';
import { cueBucket, type LinearModelData } from '../../src/repair/dots/linear-model.ts';
import { documentsOf, type Kind, kinds } from './corpus.ts';
import { drawFlattening, type Flattened, flatten } from './flatten.ts';
import { CueCounts, LinearExamples, trainLinear } from './linear.ts';
import { randomFrom } from './random.ts';
import { runsOf } from './sample.ts';

/** How often, and how often in all, a title must have been lost beside a cue. */
const LEAST = 3;
const SHARE = 0.004;
/** Of the places where none was lost, the part that is learned from; each stands for all like it. */
const SOUND_SHARE = 0.12;
/** How often each document is flattened anew, at least: no two times lose the same. */
const ROUNDS = 4;

/** The places before which a title was lost, UTF-16 indices of the flattened text; not those of a lost %. */
export function lostTitles({ text, gaps, places, lost }: Flattened): Set<number> {
  const found = new Set(gaps);
  places.forEach((at, i) => {
    if (lost[i] && !/\d/.test(text[at - 1] ?? '')) found.add(at);
  });
  return found;
}

interface LacunaText {
  readonly text: string;
  readonly titles: ReadonlySet<number>;
}

/** Training documents without their titles, each flattened in several ways. */
function* textsOf(corpus: string, scale: number): Generator<LacunaText> {
  const random = randomFrom(13);
  for (const kind of Object.keys(kinds) as Kind[]) {
    for (const document of documentsOf(corpus, kind)) {
      if (document.part !== 'train' || random() > scale) continue;
      for (let round = 0; round < Math.max(ROUNDS, kinds[kind].times); round++) {
        const how = { ...drawFlattening(random), titles: true };
        for (const run of runsOf(document, random)) {
          const flattened = flatten(run, how, random);
          yield { text: flattened.text, titles: lostTitles(flattened) };
        }
      }
    }
  }
}

/** Trains the finder of titles that were deleted: which gaps of a flattened text lost one. */
export function trainLacunae(corpus: string, scale: number, log: (line: string) => void): LinearModelData {
  const texts = [...textsOf(corpus, scale)];
  const counts = new CueCounts();
  const cues = new Int32Array(LACUNA_CUES);
  for (const { text, titles } of texts) {
    const { symbols, length } = lacunaSymbols(text, 0, text.length, '.');
    for (let i = 0; i < length; i++) {
      lacunaCues(symbols, i + MARGIN, cues);
      for (const cue of cues) counts.add(cue, titles.has(i));
    }
  }
  const known = counts.cues(LEAST, SHARE);
  const isKnown = new Set(known);
  log(`${texts.length} texts, ${known.length} cues`);
  const examples = new LinearExamples();
  const features = new Int32Array(LACUNA_FEATURES);
  const random = randomFrom(5);
  for (const { text, titles } of texts) {
    const { symbols, length } = lacunaSymbols(text, 0, text.length, '.');
    for (let i = 0; i < length; i++) {
      lacunaCues(symbols, i + MARGIN, cues);
      if (!cues.some((cue) => isKnown.has(cueBucket(cue)))) continue;
      const lost = titles.has(i);
      if (!lost && random() > SOUND_SHARE) continue;
      let count = nearestFeatures(symbols, i + MARGIN, features);
      count += nearFeatures(symbols, i + MARGIN, features.subarray(count));
      count += farFeatures(symbols, i + MARGIN, features.subarray(count));
      examples.add(features, count, lost, lost ? 1 : 1 / SOUND_SHARE);
    }
  }
  log(`${examples.answers.length} places`);
  return trainLinear(examples, known, { most: 200_000, least: 5, passes: 3 }, log);
}
