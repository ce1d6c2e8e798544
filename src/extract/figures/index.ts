export type { Figure, FigureKind } from './figure.ts';
export { figures } from './figures.ts';
export { type FigureOptions, findFigures } from './find-figures.ts';
