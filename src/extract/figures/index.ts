export type { CompatibleModel } from './compatibility/find-compatible.ts';
export { findNumberRanges, type NumberRange } from './compatibility/find-number-ranges.ts';
export type { Figure, FigureKind } from './figure.ts';
export { figures } from './figures.ts';
export { type FigureOptions, findFigures } from './find-figures.ts';
export { figureLexicon } from './lexicon.ts';
export { parseMoney } from './parse-money.ts';
export { parseNumber } from './parse-number.ts';
