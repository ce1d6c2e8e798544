import { BOUNDARY, type Boundaries } from './boundaries.ts';
import { mix } from './features.ts';

/**
 * Writes the hashed features of the gap before symbol `index` of a text: the characters around it, alone and
 * together. For text whose marks are gone, where any gap can have lost one, and for titles lost inside clauses.
 */
export function gapFeaturesOf({ symbols }: Boundaries, index: number, out: Int32Array): number {
  const unit = (at: number) => (at < 0 ? BOUNDARY : symbols[at] || BOUNDARY);
  const l1 = unit(index - 1);
  const l2 = unit(index - 2);
  const l3 = unit(index - 3);
  const l4 = unit(index - 4);
  const l5 = unit(index - 5);
  const r1 = unit(index);
  const r2 = unit(index + 1);
  const r3 = unit(index + 2);
  const r4 = unit(index + 3);
  const r5 = unit(index + 4);
  const L1 = mix(1, l1);
  const L2 = mix(L1, l2);
  const L3 = mix(L2, l3);
  const L4 = mix(L3, l4);
  const R1 = mix(2, r1);
  const R2 = mix(R1, r2);
  const R3 = mix(R2, r3);
  const R4 = mix(R3, r4);
  let n = 0;
  const add = (template: number, hash: number) => {
    out[n++] = mix(hash, template + 0x2000);
  };
  add(1, L1);
  add(2, L2);
  add(3, L3);
  add(4, L4);
  add(5, R1);
  add(6, R2);
  add(7, R3);
  add(8, R4);
  add(9, mix(L1, R1));
  add(10, mix(L2, R1));
  add(11, mix(L1, R2));
  add(12, mix(L2, R2));
  add(13, mix(L3, R1));
  add(14, mix(L1, R3));
  add(15, mix(L3, R2));
  add(16, mix(L2, R3));
  add(17, mix(mix(3, l3), l4));
  add(18, mix(mix(4, r3), r4));
  add(19, mix(mix(5, l4), l5));
  add(20, mix(mix(6, r4), r5));
  add(21, mix(mix(7, l2), r2));
  return n;
}
