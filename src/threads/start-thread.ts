import { Worker, type WorkerOptions } from 'node:worker_threads';

/**
 * Starts a thread that runs a module of ours.
 *
 * @param module its URL, without the extension: `.js` as built, `.ts` from the sources, as tests run
 */
export function startThread(module: URL, options: WorkerOptions = {}): Worker {
  const isSource = import.meta.url.endsWith('.ts');
  const file = new URL(`${module.href}.${isSource ? 'ts' : 'js'}`);
  if (!isSource) return new Worker(file, options);
  // A thread does not inherit the loader for TypeScript.
  const start = `import('tsx/esm/api').then((tsx) => { tsx.register(); return import('${file}'); })`;
  return new Worker(start, { ...options, eval: true });
}
