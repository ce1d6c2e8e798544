import { type Arena, engine } from './arena.ts';
import { assemble, type Routine } from './assembler.ts';
import { type MixRows, mixRowsRoutine } from './kernels/mix-rows.ts';
import { type MultiplyAdd, multiplyAddRoutine } from './kernels/multiply-add.ts';
import { type MultiplyShorts, multiplyShortsRoutine } from './kernels/multiply-shorts.ts';
import { type Raise, raiseRoutine } from './kernels/raise.ts';
import { type RoundToShorts, roundToShortsRoutine } from './kernels/round-to-shorts.ts';
import { type Scan, scanRoutine } from './kernels/scan.ts';
import { type SumRows, sumRowsRoutine } from './kernels/sum-rows.ts';

/**
 * The arithmetic of the network on four floats at once. All places and strides are in bytes of the memory.
 * No operation may round otherwise on another machine: results are the same everywhere.
 */
export interface Kernels {
  readonly multiplyAdd: MultiplyAdd;
  readonly multiplyShorts: MultiplyShorts;
  readonly roundToShorts: RoundToShorts;
  readonly mixRows: MixRows;
  readonly sumRows: SumRows;
  readonly scan: Scan;
  readonly raise: Raise;
}

const routines = [
  multiplyAddRoutine,
  multiplyShortsRoutine,
  roundToShortsRoutine,
  mixRowsRoutine,
  sumRowsRoutine,
  scanRoutine,
  raiseRoutine,
];

/** Makes the kernels for a memory. */
export function makeKernels(arena: Arena): Kernels {
  return instantiate(routines, arena) as Kernels;
}

/** The functions that routines become, by name. */
export function instantiate(routines: readonly Routine[], { memory, isShared }: Arena): unknown {
  const code = assemble(routines, memory.buffer.byteLength / 0x10000, isShared);
  return new engine.Instance(new engine.Module(code), { memory: { memory } }).exports;
}
