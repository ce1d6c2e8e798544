import { Worker } from 'node:worker_threads';
import type { Course } from './course.ts';
import type { Shared } from './shared.ts';

const here = (path: string) => JSON.stringify(new URL(path, import.meta.url).href);

/** A thread knows no TypeScript until it is told. */
const START = `import('tsx/esm/api').then(({ tsImport }) => tsImport(${here('./worker.ts')}, ${here('./team.ts')}))`;

/** Lets all learners take a course, a thread each; gives the weights, in the order of `weightSizes`. */
export function takeCourse(
  shared: Shared,
  course: Course,
  log: (line: string) => void,
  weights?: Float32Array,
): Promise<Float32Array> {
  const cells = new Int32Array(new SharedArrayBuffer(8));
  const workers = shared.exchange.map(
    (_, self) => new Worker(START, { eval: true, workerData: { shared, course, self, cells, weights } }),
  );
  return new Promise((resolve, reject) => {
    let learned: Float32Array | undefined;
    let left = workers.length;
    for (const worker of workers) {
      worker.on('message', (message: string | Float32Array) => {
        if (typeof message === 'string') log(message);
        else learned = message;
      });
      worker.on('error', reject);
      worker.on('exit', () => {
        if (--left === 0 && learned !== undefined) resolve(learned);
      });
    }
  });
}
