/**
 * Listens to Ctrl-C. Once: `signal` is aborted, and whoever works finishes what is in hand. Twice: the
 * process ends at once, as a killed one would, and the next run goes on from what is there.
 */
export function onInterrupt(tell: () => void): { signal: AbortSignal; stop: () => void } {
  const controller = new AbortController();
  const listen = () => {
    if (controller.signal.aborted) process.exit(130);
    controller.abort();
    tell();
  };
  process.on('SIGINT', listen);
  process.on('SIGTERM', listen);
  return {
    signal: controller.signal,
    stop: () => {
      process.off('SIGINT', listen);
      process.off('SIGTERM', listen);
    },
  };
}
