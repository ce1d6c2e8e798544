import { unified } from 'unified';
import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { blocksOf } from '../../src/document/index.ts';
import { parse } from '../../src/parse/index.ts';
import { repair } from '../../src/repair/index.ts';

function blocks(text: string): string[] {
  const processor = unified().use(parse).use(repair);
  const file = new VFile(text);
  const tree = processor.runSync(processor.parse(file), file);
  const { text: result } = file.data.guiyi!.alignment;
  return blocksOf(tree).map(
    ({ kind, level, start, end }) => `${kind}${level ?? ''} ${result.slice(start, end)}`,
  );
}

describe('classify-blocks', () => {
  test('a heading that a break sets free is a heading', () => {
    expect(
      blocks('各部门工作全面展开，取得明显成效。    （一）建设情况\n各地统筹推进，部门共享应用不断深入。'),
    ).toEqual([
      'paragraph 各部门工作全面展开，取得明显成效。',
      'heading2 （一）建设情况',
      'paragraph 各地统筹推进，部门共享应用不断深入。',
    ]);
  });
  test('text without new breaks keeps its kinds', () => {
    expect(blocks('关于开展检查的通知\n各地要认真落实。')).toEqual([
      'title 关于开展检查的通知',
      'paragraph 各地要认真落实。',
    ]);
  });
});
