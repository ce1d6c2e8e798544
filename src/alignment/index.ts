export { Alignment, type AlignmentJson } from './alignment.ts';
export { CodePoints } from './code-points.ts';
export type { Cause, ComposedEdit } from './compose.ts';
export { assertEdits, type Edit, splitsPair } from './edit.ts';
export { Layer } from './layer.ts';
export { type Resolution, resolve } from './resolve.ts';
export {
  contains,
  overlaps,
  type SourceSpan,
  type Span,
  sourceSpan,
  type TextSpan,
  textSpan,
  type Unit,
} from './span.ts';
