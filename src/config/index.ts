export { type Config, defaultConfig, flagOf, type OptionName, type OptionRow, options } from './options.ts';
