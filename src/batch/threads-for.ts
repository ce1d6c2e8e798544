import { availableParallelism } from 'node:os';

/** A thread takes a second to load its dictionaries: below this much input the process is done before. */
const BYTES_WORTH_THREADS = 3_000_000;

/** The threads that a run uses: as many as asked for, or as the work is worth. 1 means the process itself. */
export function threadsFor(bytes: number, asked: number): number {
  if (asked > 0) return asked;
  return bytes >= BYTES_WORTH_THREADS ? availableParallelism() : 1;
}
