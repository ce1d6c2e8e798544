export { type ConvertOptions, conversionOf, convert, convertStep } from './convert.ts';
export { type Passage, passagesOf } from './passages.ts';
export { scriptWeights } from './script-weights.ts';
