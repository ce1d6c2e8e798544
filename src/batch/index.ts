export type { BatchOptions, BatchResult, Progress } from './batch-types.ts';
export type { Reason } from './document-worker.ts';
export { onInterrupt } from './interrupt.ts';
export { planRun } from './plan.ts';
export { runBatch } from './run-batch.ts';
export { type LineOutcome, streamLines } from './stream-lines.ts';
