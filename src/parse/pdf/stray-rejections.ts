/** Part of the path of the reader's own code, as it stands in a stack. */
const READER = /[\\/]unpdf[\\/]/;

let isListening = false;

/**
 * Keeps a damaged PDF from ending the process: its reader leaves promises rejected that nobody waits for, some of them
 * after the file was given up. What else is rejected and not handled ends the process as ever.
 */
export function ignoreStrayRejections(): void {
  if (isListening) return;
  isListening = true;
  process.on('unhandledRejection', (reason) => {
    if (reason instanceof Error && READER.test(reason.stack ?? '')) return;
    if (process.listenerCount('unhandledRejection') === 1) throw reason;
  });
}
