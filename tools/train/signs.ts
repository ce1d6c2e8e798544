import type { LinearModelData } from '../../src/repair/dots/linear-model.ts';
import { canBeSign, SIGN_FEATURES, signFeatures } from '../../src/repair/dots/sign-features.ts';
import { documentsOf, type Kind, kinds } from './corpus.ts';
import { drawFlattening, flatten } from './flatten.ts';
import { LinearExamples, trainLinear } from './linear.ts';
import { randomFrom } from './random.ts';
import { runsOf } from './sample.ts';

/** A counted figure before a mark, and what it counts. */
const COUNTED =
  /(\d)(?:[人名个家件项所座条款章节号页期版分次岁天台辆户]|公里|[万亿]?元|[万亿]?吨)(?=[，。、；])/g;
/** Of those the part that loses its measure word, so that a bare count is not taken for a share. */
const UNCOUNTED = 0.07;

function withoutMeasures(paragraph: string, random: () => number): string {
  return paragraph.replace(COUNTED, (whole, digit: string) => (random() < UNCOUNTED ? digit : whole));
}

/** Trains the finder of lost % signs: which dots after a figure were one. */
export function trainSigns(corpus: string, scale: number, log: (line: string) => void): LinearModelData {
  const examples = new LinearExamples();
  const features = new Int32Array(SIGN_FEATURES);
  const random = randomFrom(17);
  for (const kind of Object.keys(kinds) as Kind[]) {
    for (const document of documentsOf(corpus, kind)) {
      if (document.part !== 'train' || random() > scale) continue;
      for (let round = 0; round < kinds[kind].times; round++) {
        const how = { ...drawFlattening(random), percent: true };
        for (const run of runsOf(document, random)) {
          const { text, places, lost } = flatten(
            run.map((paragraph) => withoutMeasures(paragraph, random)),
            how,
            random,
          );
          const signs = new Set(places.filter((_, i) => lost[i]));
          for (let at = text.indexOf('.'); at >= 0; at = text.indexOf('.', at + 1)) {
            if (!canBeSign(text, at)) continue;
            examples.add(features, signFeatures(text, at, '.', features), signs.has(at), 1);
          }
        }
      }
    }
  }
  log(`${examples.answers.length} figures`);
  return trainLinear(examples, new Int32Array(), { most: 16_000, least: 4, passes: 4 }, log);
}
