#!/usr/bin/env node
import { isCommand } from './commands.ts';
import { langOf } from './lang.ts';

/**
 * The command line. Only what a call needs is loaded: `--help` and `--version` load no step, no dictionary
 * and no native module.
 */
const args = process.argv.slice(2);
const lang = langOf(args, process.env);

// Whoever reads our output may have enough of it: `guiyi stream | head`.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? 0 : 2);
});

const asks = (long: string, short: string) => {
  const end = args.indexOf('--');
  const before = end === -1 ? args : args.slice(0, end);
  return before.includes(long) || before.includes(short);
};

if (asks('--version', '-V')) {
  const { version } = await import('../version.ts');
  process.stdout.write(`${version}\n`);
} else if (args.length === 0 || asks('--help', '-h')) {
  const { helpText } = await import('./help.ts');
  const command = args.find((arg) => !arg.startsWith('-'));
  process.stdout.write(helpText(lang, command !== undefined && isCommand(command) ? command : undefined));
} else {
  const { perform } = await import('./perform.ts');
  process.exitCode = await perform(args, lang);
}
