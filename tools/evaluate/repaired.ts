import { unified } from 'unified';
import { VFile } from 'vfile';
import type { Alignment } from '../../src/alignment/index.ts';
import { parse } from '../../src/parse/index.ts';
import { repair } from '../../src/repair/index.ts';

const processor = unified().use(parse).use(repair).freeze();

/** What the repair step makes of a text by itself. */
export function repaired(text: string): Alignment {
  const file = new VFile(text);
  processor.runSync(processor.parse(file), file);
  return file.data.guiyi!.alignment;
}
