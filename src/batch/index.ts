export { onInterrupt } from './interrupt.ts';
export { planRun } from './plan.ts';
export { type BatchOptions, type BatchResult, type Progress, type Reason, runBatch } from './run-batch.ts';
export { type LineOutcome, streamLines } from './stream-lines.ts';
