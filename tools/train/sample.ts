import { type CorpusDocument, documentsOf, type Kind, kinds, type Part } from './corpus.ts';
import { drawFlattening, type Flattened, flatten } from './flatten.ts';
import { randomFrom } from './random.ts';

/** A flattened text of the corpus and what it was. */
export interface Sample {
  readonly kind: Kind;
  readonly flattened: Flattened;
}

/** Paragraphs of a document in runs, as passages come: some one paragraph long, some many glued together. */
export function* runsOf({ paragraphs }: CorpusDocument, random: () => number): Generator<readonly string[]> {
  for (let at = 0; at < paragraphs.length; ) {
    const length = random() < 0.3 ? 1 : 2 + Math.floor(random() * 28);
    yield paragraphs.slice(at, at + length);
    at += length;
  }
}

/**
 * Samples of one kind of text.
 *
 * @param part documents to learn from come as often as their kind says, held-out ones once
 * @param scale makes the share of documents smaller, for quick experiments
 */
export function* samplesOf(folder: string, kind: Kind, part: Part, scale = 1): Generator<Sample> {
  const random = randomFrom(part === 'train' ? 11 : 7);
  const { share, times } = kinds[kind];
  for (const document of documentsOf(folder, kind)) {
    if (document.part !== part || random() > share * scale) continue;
    for (let round = 0; round < (part === 'train' ? times : 1); round++) {
      const how = drawFlattening(random);
      for (const run of runsOf(document, random)) {
        yield { kind, flattened: flatten(run, how, random) };
      }
    }
  }
}
