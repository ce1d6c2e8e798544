export { hashOfConfig } from './hash.ts';
export { CONFIG_FILE, loadConfig } from './load-config.ts';
export { nearest } from './nearest.ts';
export { type Config, defaultConfig, flagOf, type OptionName, type OptionRow, options } from './options.ts';
export { readValue } from './read-value.ts';
