import { once } from 'node:events';
import { streamLines } from '../batch/index.ts';
import { loadConfig } from '../config/index.ts';
import { rejectLine, toLine } from '../write/index.ts';
import type { Call } from './call.ts';
import { status } from './perform.ts';

/** `guiyi stream`: records on standard output, in order; rejections as JSON on standard error. */
export async function perform({ flags, options }: Call): Promise<number> {
  const config = loadConfig(options, flags.config);
  const level = flags.failOn ?? 'never';
  const grave = new Set({ never: [], error: ['error'], warning: ['error', 'warning'] }[level]);
  let findings = 0;
  for await (const outcome of streamLines(process.stdin, config)) {
    if ('rejection' in outcome) {
      findings++;
      process.stderr.write(`${rejectLine(outcome.rejection)}\n`);
      continue;
    }
    const { record } = outcome;
    if (record.messages.some(({ severity }) => grave.has(severity))) findings++;
    const room = process.stdout.write(Buffer.concat([toLine(record), Buffer.from('\n')]));
    // Whoever reads sets the pace: nothing more is read from the input until this has gone out.
    if (!room) await once(process.stdout, 'drain');
  }
  return findings > 0 ? status.findings : status.fine;
}
