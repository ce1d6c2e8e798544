import { unified } from 'unified';
import { VFile } from 'vfile';
import type { Edit } from '../../src/alignment/index.ts';
import { parse } from '../../src/parse/index.ts';
import { type RepairOptions, repair } from '../../src/repair/index.ts';

/** What the repair step makes of a text by itself: the text, its edits, and what it reported. */
export function repaired(text: string, options: RepairOptions = {}) {
  const processor = unified().use(parse).use(repair, options);
  const file = new VFile(text);
  processor.runSync(processor.parse(file), file);
  const { alignment } = file.data.guiyi!;
  const edits: readonly Edit[] = alignment.layers.flatMap((layer) => layer.edits);
  return {
    text: alignment.text,
    alignment,
    edits,
    rules: edits.map(({ rule }) => rule),
    messages: file.messages,
  };
}

/** A case: the text before and after the step. Where `after` is left out, nothing may change. */
export interface RepairCase {
  readonly what: string;
  readonly before: string;
  readonly after?: string;
}
