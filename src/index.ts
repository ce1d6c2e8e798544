export {
  Alignment,
  type ComposedEdit,
  type Edit,
  type SourceSpan,
  type TextSpan,
} from './alignment/index.ts';
export { clean } from './clean/index.ts';
export type { Config } from './config/index.ts';
export { convert } from './convert/index.ts';
export { Dictionaries } from './dictionary/index.ts';
export { GuiyiError } from './errors/index.ts';
export { type DateOptions, type FoundDate, findDates } from './extract/dates/index.ts';
export {
  type Figure,
  type FigureOptions,
  findFigures,
  findNumberRanges,
  type NumberRange,
  parseMoney,
  parseNumber,
} from './extract/figures/index.ts';
export {
  extract,
  type LocatedDivision,
  type LocateOptions,
  type Location,
  locate,
  locateAll,
} from './extract/index.ts';
export { type NormalizeOptions, normalize } from './normalize.ts';
export { parse } from './parse/index.ts';
export { Pipeline } from './pipeline.ts';
export { type DocumentRecord, record } from './record/index.ts';
export { relate } from './relate/index.ts';
export { repair } from './repair/index.ts';
export { segment } from './segment/index.ts';
export { version } from './version.ts';
