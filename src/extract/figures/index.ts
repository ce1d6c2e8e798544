export type { CompatibleModel } from './compatibility/find-compatible.ts';
export type { Figure, FigureKind } from './figure.ts';
export { figures } from './figures.ts';
export { type FigureOptions, findFigures } from './find-figures.ts';
export { parseMoney } from './parse-money.ts';
export { parseNumber } from './parse-number.ts';
