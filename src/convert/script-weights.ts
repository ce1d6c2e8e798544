import type { Dictionaries } from '../dictionary/index.ts';

const key = Symbol('script weights');

/** Per UTF-16 unit, how much it speaks for Simplified (negative: for Traditional), in natural logarithms. */
export function scriptWeights(dictionaries: Dictionaries): Float32Array {
  return dictionaries.derived(key, () => {
    const weights = new Float32Array(0x10000);
    for (const { character, weight } of dictionaries.rows('script-weights')) {
      if (character.length === 1) weights[character.charCodeAt(0)] = Number(weight);
    }
    return weights;
  });
}
