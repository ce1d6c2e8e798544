import { createHash } from 'node:crypto';
import { type Config, type OptionRow, options } from './options.ts';

/**
 * `sha256:…` over the options that records depend on. What dictionaries hold is hashed by its content, not
 * by where it lies.
 */
export function hashOfConfig(config: Config): string {
  const telling = Object.entries<OptionRow>(options)
    .filter(([, row]) => row.shows !== false)
    .map(([name]) => [name, config[name as keyof Config]] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `sha256:${createHash('sha256').update(JSON.stringify(telling)).digest('hex')}`;
}
