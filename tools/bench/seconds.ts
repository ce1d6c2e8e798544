/** The seconds that some work takes. */
export function seconds(work: () => void): number {
  const start = process.hrtime.bigint();
  work();
  return Number(process.hrtime.bigint() - start) / 1e9;
}

/** Runs `work` on every thing and gives the seconds that took. */
export function secondsEach<T>(things: readonly T[], work: (thing: T) => unknown): number {
  return seconds(() => {
    for (const thing of things) work(thing);
  });
}
