export type { Reason } from './document-worker.ts';
export { onInterrupt } from './interrupt.ts';
export { planRun } from './plan.ts';
export { type BatchOptions, type BatchResult, type Progress, runBatch } from './run-batch.ts';
export { type LineOutcome, streamLines } from './stream-lines.ts';
