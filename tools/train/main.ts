/**
 * Trains the models of dots, of the gaps of bare text, of deleted titles and of lost signs, and writes them to
 * `dictionaries/`.
 *
 *     npx tsx tools/train/main.ts [--corpus DIR] [--out DIR] [--only dots|gaps|lacunae|signs] [--scale 0…1]
 *
 * Deterministic: the same corpus gives the same bytes.
 */
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { writeLinearModel } from '../../src/repair/dots/linear-model.ts';
import { writeModel } from '../../src/repair/network/model-file.ts';
import { trainLacunae } from './lacunae.ts';
import { dotRecipe, gapRecipe } from './network/recipes.ts';
import { trainNetwork } from './network/train-network.ts';
import { trainSigns } from './signs.ts';

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

const { corpus } = values;
const scale = Number(values.scale);

/** How each model is made: of dots and of gaps by recurrence; the linear ones each decide one question. */
const makers = {
  dots: async () => writeModel(await trainNetwork(dotRecipe(corpus, scale), log)),
  gaps: async () => writeModel(await trainNetwork(gapRecipe(corpus, scale), log)),
  lacunae: () => writeLinearModel(trainLacunae(corpus, scale, log)),
  signs: () => writeLinearModel(trainSigns(corpus, scale, log)),
};

for (const [name, make] of Object.entries(makers)) {
  if (values.only !== undefined && values.only !== name) continue;
  log(`${name}.model`);
  const bytes = await make();
  writeFileSync(join(values.out, `${name}.model`), bytes);
  log(`${name}.model: ${bytes.length} bytes, SHA-256 ${createHash('sha256').update(bytes).digest('hex')}`);
}
