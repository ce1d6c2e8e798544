import type { Arena } from '../../../src/repair/network/arena.ts';
import { instantiate } from '../../../src/repair/network/kernels.ts';
import { type MoveRow, moveRowRoutine } from './kernels/move-row.ts';
import { type MultiplyRows, multiplyRowsRoutine } from './kernels/multiply-rows.ts';
import { type ScanBack, scanBackRoutine } from './kernels/scan-back.ts';
import { type SumFloatRows, sumFloatRowsRoutine } from './kernels/sum-float-rows.ts';

/** What learning needs beside the network's own kernels. */
export interface LearningKernels {
  readonly multiplyRows: MultiplyRows;
  readonly sumFloatRows: SumFloatRows;
  readonly moveRow: MoveRow;
  readonly scanBack: ScanBack;
}

const routines = [multiplyRowsRoutine, sumFloatRowsRoutine, moveRowRoutine, scanBackRoutine];

export function makeLearningKernels(arena: Arena): LearningKernels {
  return instantiate(routines, arena) as LearningKernels;
}
