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
  test('a heading whose text was glued to it is one, and what ends a document has its kinds', () => {
    expect(
      blocks(
        '某县供水工作报告\n一、总体要求坚持以人民为中心的发展思想，统筹推进城乡供水一体化建设，改善水质。特此报告。青山县水利局2015年8月12日（此件公开发布）',
      ),
    ).toEqual([
      'title 某县供水工作报告',
      'heading1 一、总体要求',
      'paragraph 坚持以人民为中心的发展思想，统筹推进城乡供水一体化建设，改善水质。特此报告。',
      'byline 青山县水利局',
      'byline 2015年8月12日',
      'byline （此件公开发布）',
    ]);
  });
  test('a dateline and a note are blocks of their kind', () => {
    expect(
      blocks('江城开放十处公园新华社江城9月3日电（记者林渡）十处公园3日全部开放。（责任编辑：顾长河）'),
    ).toEqual([
      'title 江城开放十处公园',
      'paragraph 新华社江城9月3日电（记者林渡）十处公园3日全部开放。',
      'byline （责任编辑：顾长河）',
    ]);
  });
  test('text without new breaks keeps its kinds', () => {
    expect(blocks('关于开展检查的通知\n各地要认真落实。')).toEqual([
      'title 关于开展检查的通知',
      'paragraph 各地要认真落实。',
    ]);
  });
});
