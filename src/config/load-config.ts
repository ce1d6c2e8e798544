import { existsSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { type ErrorPlace, GuiyiError } from '../errors/index.ts';
import { JsonSyntaxError, parseWithPlaces } from './json-places.ts';
import { nearest } from './nearest.ts';
import { type Config, defaultConfig, type OptionRow, options } from './options.ts';
import { readValue } from './read-value.ts';

/** The file that is read where no other is named. */
export const CONFIG_FILE = 'guiyi.config.json';

/**
 * The configuration of a call: the defaults, over them the file, over that the flags.
 *
 * @param file as named by `--config`; else `guiyi.config.json` in `folder`, where there is one
 * @throws GuiyiError GY304 with line and column where the file is broken
 */
export function loadConfig(
  flags: Partial<Config>,
  file: string | undefined,
  folder: string = process.cwd(),
): Config {
  const path = resolve(folder, file ?? CONFIG_FILE);
  const fromFile = file === undefined && !existsSync(path) ? {} : readConfigFile(path);
  return { ...defaultConfig, ...fromFile, ...flags };
}

/** Reads a configuration file; a `dictionaries` folder in it is taken from where the file stands. */
function readConfigFile(path: string): Partial<Config> {
  let text: string;
  try {
    text = readFileSync(path, 'utf8').replace(/^\ufeff/, '');
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException;
    throw new GuiyiError('GY304', code === 'ENOENT' ? 'nothing is there' : message, { path }, { cause });
  }
  let parsed: ReturnType<typeof parseWithPlaces>;
  try {
    parsed = parseWithPlaces(text);
  } catch (cause) {
    if (cause instanceof JsonSyntaxError) throw broken(cause.message, placeOf(path, text, cause.at));
    throw cause;
  }
  const { value, places } = parsed;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw broken('it must be an object: {"option": value}', placeOf(path, text, 0));
  }
  const config: Record<string, string | number | boolean> = {};
  for (const [name, given] of Object.entries(value)) {
    if (name === '$schema') continue;
    const place = places.get(name) ?? { key: 0, value: 0 };
    const row: OptionRow | undefined = Object.hasOwn(options, name)
      ? options[name as keyof typeof options]
      : undefined;
    if (row === undefined) {
      const guess = nearest(name, Object.keys(options));
      const hint = guess === undefined ? '' : `; perhaps "${guess}" is meant`;
      throw broken(`there is no option "${name}"${hint}`, placeOf(path, text, place.key));
    }
    try {
      config[name] = readValue(`"${name}"`, row, given);
    } catch (error) {
      throw broken((error as GuiyiError).detail, placeOf(path, text, place.value));
    }
    if (row.kind === 'path' && config[name] !== '') config[name] = resolve(dirname(path), given);
  }
  return config;
}

function broken(detail: string, place: ErrorPlace): GuiyiError {
  return new GuiyiError('GY304', detail, place);
}

function placeOf(path: string, text: string, at: number): ErrorPlace {
  const before = text.slice(0, at).split('\n');
  return { path, line: before.length, column: (before.at(-1) ?? '').length + 1 };
}
