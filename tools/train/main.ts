/**
 * Trains the models of marks, of deleted titles and of lost signs, and writes them to `dictionaries/`.
 *
 *     npx tsx tools/train/main.ts [--corpus DIR] [--out DIR] [--only marks|gaps|lacunae|signs] [--scale 0…1]
 *
 * Deterministic: the same corpus gives the same bytes.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { writeLinearModel } from '../../src/repair/dots/linear-model.ts';
import { writeModel } from '../../src/repair/model/model-file.ts';
import { trainLacunae } from './lacunae.ts';
import { recipes } from './recipes.ts';
import { trainSigns } from './signs.ts';
import { train } from './train.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

const { values } = parseArgs({
  options: {
    corpus: { type: 'string', default: here('../../../shared/corpus') },
    out: { type: 'string', default: here('../../dictionaries') },
    only: { type: 'string' },
    scale: { type: 'string', default: '1' },
  },
});

const started = Date.now();
const log = (line: string) => console.log(`${((Date.now() - started) / 1000).toFixed(0)} s  ${line}`);

for (const [name, recipe] of Object.entries(recipes(values.corpus, Number(values.scale)))) {
  if (values.only !== undefined && values.only !== name) continue;
  log(`${name}.model`);
  const bytes = writeModel(train(recipe, log));
  writeFileSync(join(values.out, `${name}.model`), bytes);
  log(`${name}.model: ${bytes.length} bytes`);
}

/** The linear models: each decides one question. */
const linear = { lacunae: trainLacunae, signs: trainSigns };
for (const [name, trainOne] of Object.entries(linear)) {
  if (values.only !== undefined && values.only !== name) continue;
  log(`${name}.model`);
  const bytes = writeLinearModel(trainOne(values.corpus, Number(values.scale), log));
  writeFileSync(join(values.out, `${name}.model`), bytes);
  log(`${name}.model: ${bytes.length} bytes`);
}
