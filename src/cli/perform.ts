import { nearest } from '../config/index.ts';
import { GuiyiError } from '../errors/index.ts';
import { type Call, readCall } from './call.ts';
import { type CommandName, commands, isCommand } from './commands.ts';
import type { Lang } from './lang.ts';

/** Exit statuses: all went through; something was rejected or found; the call is wrong; ended by Ctrl-C. */
export const status = { fine: 0, findings: 1, misuse: 2, interrupted: 130 } as const;

/** What a command's module exports: does the work of a call and gives the exit status. */
type Performer = (call: Call) => Promise<number>;

const performers: { readonly [Name in CommandName]: () => Promise<{ perform: Performer }> } = {
  run: () => import('./run.ts'),
  stream: () => import('./stream.ts'),
  load: () => import('./load.ts'),
  export: () => import('./export.ts'),
  search: () => import('./search.ts'),
  explain: () => import('./explain.ts'),
  schema: () => import('./schema.ts'),
  check: () => import('./check.ts'),
};

/** Performs a call; errors that a person can act on are told on standard error. Gives the exit status. */
export async function perform(args: readonly string[], lang: Lang): Promise<number> {
  try {
    const [name, ...rest] = args;
    if (!isCommand(name)) throw unknownCommand(name);
    const call = readCall(name, rest, lang);
    return await (await performers[name]()).perform(call);
  } catch (error) {
    if (!(error instanceof GuiyiError)) throw error;
    process.stderr.write(`guiyi: ${error.describe(lang)}\n`);
    return error.code.startsWith('GY3') || error.code.startsWith('GY4') ? status.misuse : status.findings;
  }
}

function unknownCommand(name: string): GuiyiError {
  if (name.startsWith('-')) return new GuiyiError('GY303', `a command comes first, not ${name}`);
  const guess = nearest(name, Object.keys(commands));
  return new GuiyiError(
    'GY303',
    guess === undefined ? `'${name}'` : `'${name}'; perhaps '${guess}' is meant`,
  );
}
