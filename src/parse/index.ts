export { classifyLine, type LineClass, type LineNeighbours } from './classify-line.ts';
export { enumerationOf, hasBullet } from './enumeration.ts';
export type { FormatText } from './format-text.ts';
export { parse, parseText } from './parse.ts';
export { findWraps, type Wrap } from './wrapped-lines.ts';
