import type { Block } from '../../../src/repair/network/arena.ts';
import { type Network, TAPS } from '../../../src/repair/network/network.ts';
import { randomFrom } from '../random.ts';

/** First weights: small and random; gates that forget fast, slowly and in between. */
export function setFirstWeights({ weights, shape }: Network): void {
  const { embedding, recurrent, second, hidden } = shape;
  const random = randomFrom(3);
  const fill = (block: Block, inputs: number) => {
    const spread = Math.sqrt(3 / inputs);
    for (let i = 0; i < block.values.length; i++) block.values[i] = (random() * 2 - 1) * spread;
  };
  weights.taps.values.fill(1, 2 * embedding, 3 * embedding);
  for (let d = 0; d < TAPS * embedding; d++) weights.taps.values[d] += (random() - 0.5) * 0.6;
  fill(weights.gates1, embedding);
  fill(weights.gates2, 2 * recurrent);
  fill(weights.hiddenState, 2 * second + embedding);
  fill(weights.hiddenInput, 2 * second + embedding);
  fill(weights.output, hidden);
  for (const bias of [weights.gates1Bias, weights.gates2Bias]) {
    const channels = bias.width / 4;
    for (let way = 0; way < 2; way++) {
      for (let c = 0; c < channels; c++) bias.values[way * 2 * channels + c] = 1 - (8 * c) / channels;
    }
  }
}
