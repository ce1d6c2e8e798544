/**
 * Trains the model of heading ends on headings of the corpus, glued to their text, and writes it to `dictionaries/`.
 *
 *     npx tsx tools/train/headings.ts [--corpus DIR] [--out DIR]
 *
 * Deterministic: the same corpus gives the same bytes.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import {
  FEATURES,
  gapsOf,
  headingFeatures,
  WEIGHTS,
  writeHeadingEnds,
} from '../../src/repair/breaks/heading-end-model.ts';
import { numberAt, type Style } from '../../src/repair/breaks/heading-number.ts';
import { documentsOf, type Kind, kinds, type Part } from './corpus.ts';
import { randomFrom } from './random.ts';

/** A numbered clause, its heading glued to its text or not. */
export interface HeadingSample {
  readonly kind: Kind;
  readonly text: string;
  /** Where the heading begins, its number left out. */
  readonly from: number;
  readonly style: Style | '';
  /** Where it ends; -1 where it has no end without a mark. */
  readonly end: number;
}

const RATE = 0.1;
const EPOCHS = 4;
/** The share of the news that teaches how headlines end. */
const HEADLINES = 0.3;
/** How much a sample counts: numbered headings are few, headlines of news many. */
const NUMBERED = 5;

/** Headings of the corpus, glued, and clauses that no heading begins. */
export function* headingSamples(corpus: string, part: Part): Generator<HeadingSample> {
  const random = randomFrom(5);
  for (const kind of Object.keys(kinds) as Kind[]) {
    for (const document of documentsOf(corpus, kind)) {
      if (document.part !== part) continue;
      const { paragraphs } = document;
      for (let i = 0; i < paragraphs.length; i++) {
        const heading = paragraphs[i];
        const next = paragraphs[i + 1] ?? '';
        const number = numberAt(heading, 0);
        const from = number?.end ?? 0;
        const style = number?.style ?? '';
        const isOpen =
          heading.length - from <= 44 &&
          !/[。！？；：;:，…）.]$/.test(heading) &&
          !/[。！？；;]/.test(heading);
        const isText = next.length >= 25 && /[，。]/.test(next) && numberAt(next, 0) === undefined;
        if (
          isOpen &&
          isText &&
          heading.length - from >= 2 &&
          (number !== undefined || kind === 'xwlb_news')
        ) {
          if (number === undefined && (random() > HEADLINES || /^\d{4}年/.test(heading))) continue;
          yield { kind, text: heading + next.slice(0, 60), from, style, end: heading.length };
        } else if (!isOpen && heading.length > from + 4) {
          // A heading that is a sentence, with its text behind it: without its mark it is a heading like the others.
          const stop = heading.indexOf('。');
          if (
            number !== undefined &&
            !kind.startsWith('laws') &&
            stop - from >= 4 &&
            stop - from <= 30 &&
            heading.length - stop > 25
          ) {
            const glued = heading.slice(0, stop) + heading.slice(stop + 1, stop + 61);
            yield { kind, text: glued, from, style, end: stop };
          }
          // Provisions abound; of plain paragraphs, news has most.
          if (random() > (number === undefined ? 0.01 : kind.startsWith('laws') ? 0.02 : 1)) continue;
          yield { kind, text: heading.slice(0, 110), from, style, end: -1 };
        }
      }
    }
  }
}

/** Trains by AdaGrad on the softmax over the gaps of each clause. */
export function trainHeadingEnds(samples: readonly HeadingSample[]): { weights: Float64Array; none: number } {
  const random = randomFrom(3);
  const weights = new Float64Array(WEIGHTS + 1);
  const squares = new Float64Array(WEIGHTS + 1).fill(1);
  const features = new Int32Array(FEATURES);
  const rows = samples.map(({ text, from, style }) =>
    gapsOf(text, from, text.length).map((at) => ({
      at,
      features: features.slice(0, headingFeatures(text, from, at, style, features)),
    })),
  );
  const order = samples
    .map((_, i) => i)
    .filter((i) => samples[i].end < 0 || rows[i].some(({ at }) => at === samples[i].end));
  const update = (at: number, gradient: number) => {
    squares[at] += gradient * gradient;
    weights[at] -= (RATE * gradient) / Math.sqrt(squares[at]);
  };
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1));
      [order[i], order[j]] = [order[j], order[i]];
    }
    for (const index of order) {
      const { style, end } = samples[index];
      const gaps = rows[index];
      const scores = gaps.map(({ features }) => features.reduce((sum, feature) => sum + weights[feature], 0));
      const none = weights[WEIGHTS];
      const highest = Math.max(none, ...scores);
      const sum = scores.reduce((all, score) => all + Math.exp(score - highest), Math.exp(none - highest));
      const times = style === '' ? 1 : end >= 0 ? NUMBERED : 2;
      gaps.forEach(({ at, features }, i) => {
        const gradient = Math.exp(scores[i] - highest) / sum - (at === end ? 1 : 0);
        if (Math.abs(gradient) < 1e-4) return;
        for (const feature of features) update(feature, gradient * times);
      });
      update(WEIGHTS, (Math.exp(none - highest) / sum - (end < 0 ? 1 : 0)) * times);
    }
  }
  return { weights: weights.subarray(0, WEIGHTS), none: weights[WEIGHTS] };
}

/** The weights as whole numbers of a byte. */
export function quantized({ weights, none }: { weights: Float64Array; none: number }) {
  const largest = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0);
  const scale = largest / 127;
  return { weights: Int8Array.from(weights, (weight) => Math.round(weight / scale)), scale, none };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
  const { values } = parseArgs({
    options: {
      corpus: { type: 'string', default: here('../../../shared/corpus') },
      out: { type: 'string', default: here('../../dictionaries') },
    },
  });
  const { weights, scale, none } = quantized(trainHeadingEnds([...headingSamples(values.corpus, 'train')]));
  writeFileSync(join(values.out, 'headings.model'), writeHeadingEnds(weights, scale, none));
}
