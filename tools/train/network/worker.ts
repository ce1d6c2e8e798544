import { parentPort, workerData } from 'node:worker_threads';
import { Barrier } from './barrier.ts';
import { type Course, learn } from './course.ts';
import type { Shared } from './shared.ts';

const { shared, course, self, cells, weights } = workerData as {
  shared: Shared;
  course: Course;
  self: number;
  cells: Int32Array;
  weights?: Float32Array;
};
const barrier = new Barrier(cells, shared.exchange.length);
const learner = learn(shared, course, self, barrier, (line) => parentPort!.postMessage(line), weights);
if (self === 0) parentPort!.postMessage(Float32Array.from(learner.weights));
