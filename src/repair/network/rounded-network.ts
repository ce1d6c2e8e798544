import type { Arena, Block } from './arena.ts';
import {
  type LayerName,
  largeLayers,
  Network,
  type NetworkShape,
  networkSize,
  weightSizes,
} from './network.ts';

/** Weights are rounded to so many steps a unit of their largest: twelve bits, as sums of products must stay below 32. */
const STEPS = 4095;
/** Steps a unit of what goes into a layer: states are within one, sums of features rarely beyond eight. */
const STATE_STEPS = 4096;
const INPUT_STEPS = 512;

/** The shorts of a layer's weights, and at two floats what its inputs are multiplied with and what a product is worth. */
interface Rounded {
  readonly at: number;
  readonly scales: Block;
}

/** {@link networkSize} of a rounded one. */
export function roundedNetworkSize(shape: NetworkShape, rows: number): number {
  const sizes = weightSizes(shape);
  const weights = largeLayers.reduce((sum, name) => sum + sizes[name] / 2 + 4, 0);
  return (
    networkSize(shape, rows) +
    weights +
    (Math.max(shape.embedding, 2 * shape.recurrent, 2 * shape.second) / 2) * rows
  );
}

/** The network with whole numbers in its large layers: less exact by a thousandth, and twice as fast. */
export class RoundedNetwork extends Network {
  #layers: Readonly<Record<LayerName, Rounded>> | undefined;
  readonly #arena: Arena;
  readonly #shorts: Block;

  constructor(shape: NetworkShape, rows: number, arena: Arena) {
    super(shape, rows, arena);
    this.#arena = arena;
    this.#shorts = arena.take(rows, Math.max(shape.embedding, 2 * shape.recurrent, 2 * shape.second) / 2);
  }

  /** To be called once when the weights are there. */
  round(): void {
    const { embedding, recurrent, second } = this.shape;
    const inputsOf = {
      gates1: embedding,
      gates2: 2 * recurrent,
      hiddenState: 2 * second,
      hiddenInput: embedding,
    };
    this.#layers = Object.fromEntries(
      largeLayers.map((name) => {
        const { values } = this.weights[name];
        const inputs = inputsOf[name];
        const outputs = values.length / inputs;
        const block = this.#arena.take(1, values.length / 2);
        const shorts = new Int16Array(this.#arena.memory.buffer, block.at, values.length);
        const unit = values.reduce((max, x) => Math.max(max, Math.abs(x)), 1e-9) / STEPS;
        for (let i = 0; i < inputs; i++) {
          for (let o = 0; o < outputs; o++) {
            shorts[((i >> 1) * outputs + o) * 2 + (i & 1)] = Math.round(values[i * outputs + o] / unit);
          }
        }
        const steps = name === 'gates1' || name === 'hiddenInput' ? INPUT_STEPS : STATE_STEPS;
        const scales = this.#arena.take(1, 4);
        scales.values.set([steps, unit / steps]);
        return [name, { at: block.at, scales }];
      }),
    ) as unknown as Record<LayerName, Rounded>;
  }

  protected override layer(to: Block, from: Block, weights: LayerName, base: Block, rows: number): void {
    if (this.#layers === undefined) throw new TypeError('the network has no weights yet');
    const { at, scales } = this.#layers[weights];
    this.kernels.roundToShorts(this.#shorts.at, from.at, scales.at, rows * from.width);
    this.kernels.multiplyShorts(
      to.at,
      to.width * 4,
      this.#shorts.at,
      from.width * 2,
      at,
      base.at,
      base === to ? to.width * 4 : 0,
      scales.at + 4,
      rows,
      from.width / 2,
      to.width,
    );
  }
}
