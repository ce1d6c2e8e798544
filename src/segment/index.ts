export { type PosTag, posTags } from './pos-tags.ts';
export { segment, segmentStep } from './segment.ts';
export { splitSentences } from './split-sentences.ts';
