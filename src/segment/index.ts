export { segment, segmentStep } from './segment.ts';
