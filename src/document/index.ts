export { firstEndingAfter, type SpanColumns, type TokenColumns } from './columns.ts';
export {
  type DocumentState,
  documentOf,
  type Script,
  type ScriptFinding,
  type SourceDescription,
} from './document.ts';
export { editText, type FindEdits, openText } from './edit-text.ts';
export type * from './entity.ts';
export type { InputNote, Layout, MarkedLine, Positions } from './layout.ts';
export { type Finding, report, type Severity } from './report.ts';
export { applyToTree, type Block, type BlockKind, blocksOf, paragraph, textOf, whiteSpace } from './tree.ts';
export { wordTree } from './word-tree.ts';
