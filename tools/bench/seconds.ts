/**
 * Processor seconds that some work takes, collecting garbage included: what else the machine does must not count. For work
 * on one thread of this process.
 */
export function processorSeconds(work: () => void): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}

/** Runs `work` on every thing and gives the processor seconds that took. */
export function secondsEach<T>(things: readonly T[], work: (thing: T) => unknown): number {
  return processorSeconds(() => {
    for (const thing of things) work(thing);
  });
}
