import { parseArgs } from 'node:util';
import {
  type Config,
  flagOf,
  nearest,
  type OptionName,
  type OptionRow,
  options,
  readValue,
} from '../config/index.ts';
import { GuiyiError } from '../errors/index.ts';
import { type CommandName, type CommandRow, commands } from './commands.ts';
import { commonFlags, type FlagName, type FlagRow, flags } from './flags.ts';
import type { Lang } from './lang.ts';

type FlagValue<Row> = Row extends { kind: 'choice'; values: readonly (infer V)[] }
  ? V
  : Row extends { kind: 'number' | 'share' }
    ? number
    : Row extends { kind: 'flag' }
      ? boolean
      : string;

/** A call of a command, read and checked. */
export interface Call {
  readonly lang: Lang;
  readonly arguments: readonly string[];
  readonly flags: { readonly [Name in FlagName]?: FlagValue<(typeof flags)[Name]> };
  /** The options of the configuration that the call names. */
  readonly options: Partial<Config>;
}

/**
 * Reads the arguments after a command's name.
 *
 * @throws GuiyiError GY301 unknown option (with the nearest one), GY302 bad value, GY303 too few or many arguments
 */
export function readCall(command: CommandName, args: readonly string[], lang: Lang): Call {
  const row: CommandRow = commands[command];
  const known = new Map<string, { name: string; row: FlagRow | OptionRow; isOption: boolean }>();
  for (const name of [...row.flags, ...commonFlags])
    known.set(flagOf(name), { name, row: flags[name], isOption: false });
  if (row.configured) {
    for (const name of Object.keys(options) as OptionName[]) {
      known.set(flagOf(name), { name, row: options[name], isOption: true });
    }
  }
  const { tokens } = parseArgs({
    args: [...args],
    strict: false,
    tokens: true,
    options: Object.fromEntries(
      [...known].map(([flag, { row }]) => {
        const type: 'boolean' | 'string' = row.kind === 'flag' ? 'boolean' : 'string';
        return [flag, 'short' in row && row.short !== undefined ? { type, short: row.short } : { type }];
      }),
    ),
  });
  const positionals: string[] = [];
  const values: { flags: Record<string, unknown>; options: Record<string, unknown> } = {
    flags: {},
    options: {},
  };
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value);
    if (token.kind !== 'option') continue;
    const negated = token.name.startsWith('no-') ? known.get(token.name.slice(3)) : undefined;
    const found = known.get(token.name) ?? (negated?.row.kind === 'flag' ? negated : undefined);
    if (found === undefined) throw unknownOption(token.rawName, [...known.keys()]);
    const { name, row, isOption } = found;
    const value = row.kind === 'flag' ? flagValue(token, found === negated) : textValue(token);
    values[isOption ? 'options' : 'flags'][name] = readValue(token.rawName, row, value);
  }
  const [least, most] = row.arguments;
  const asksForHelp = values.flags.help === true || values.flags.version === true;
  if (!asksForHelp && (positionals.length < least || positionals.length > most)) {
    const count =
      positionals.length < least ? 'an argument is missing' : `'${positionals[most]}' is one too many`;
    throw new GuiyiError('GY303', `${count}: guiyi ${command} ${row.usage}`);
  }
  return { lang, arguments: positionals, ...values } as Call;
}

interface OptionToken {
  readonly rawName: string;
  readonly value: string | undefined;
  readonly inlineValue: boolean | undefined;
}

function flagValue({ rawName, value }: OptionToken, negated: boolean): boolean {
  if (value !== undefined && value !== 'true' && value !== 'false') {
    throw new GuiyiError('GY302', `${rawName} takes no value, not '${value}'`);
  }
  return (value !== 'false') !== negated;
}

function textValue({ rawName, value, inlineValue }: OptionToken): string {
  // `--out --json`: the next option was taken for the value.
  if (value === undefined || (inlineValue !== true && /^--?[a-z]/i.test(value))) {
    throw new GuiyiError('GY302', `${rawName} needs a value`);
  }
  return value;
}

function unknownOption(rawName: string, known: readonly string[]): GuiyiError {
  const guess = nearest(rawName.replace(/^-+/, ''), known);
  return new GuiyiError('GY301', guess === undefined ? rawName : `${rawName}; perhaps --${guess} is meant`);
}
