import fc from 'fast-check';
import type { Root } from 'nlcst';
import { unified } from 'unified';
import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import type { Edit } from '../../src/alignment/index.ts';
import {
  applyToTree,
  blocksOf,
  documentOf,
  editText,
  paragraph,
  textOf,
  whiteSpace,
} from '../../src/document/index.ts';
import { editsFor, hostileText, LAW_RUNS } from '../arbitraries.ts';

const edit = (text: string, before: string, insert: string): Edit => {
  const from = text.indexOf(before);
  return { from, to: from + before.length, insert, rule: 'case', confidence: 1 };
};

/** Plain paragraphs, one a line. */
const plain = (text: string): Root => ({
  type: 'RootNode',
  children: text
    .split(/(\n+)/)
    .filter((part) => part !== '')
    .map((part) => (part.startsWith('\n') ? whiteSpace(part) : paragraph(part))),
});

/** The blocks of a tree, written `kind:text`. */
const shown = (tree: Root) =>
  blocksOf(tree).map(({ kind, start, end }) => `${kind}:${textOf(tree).slice(start, end)}`);

describe('edits carried into the tree', () => {
  test.each([
    ['within a paragraph', '甲乙\n丙', '甲', '子', ['paragraph:子乙', 'paragraph:丙']],
    ['a break put in', '甲。乙\n丙', '。', '。\n', ['paragraph:甲。', 'paragraph:乙', 'paragraph:丙']],
    ['a break taken out', '甲\n乙', '\n', '', ['paragraph:甲乙']],
    ['over a break', '甲。\n\n乙', '。\n\n', '。\n', ['paragraph:甲。', 'paragraph:乙']],
    ['a whole paragraph deleted', '甲\n乙\n丙', '乙\n', '', ['paragraph:甲', 'paragraph:丙']],
    ['everything deleted', '甲', '甲', '', []],
  ])('%s', (_, text, before, insert, expected) => {
    const tree = plain(text);
    applyToTree(tree, [edit(text, before, insert)]);
    expect(shown(tree)).toEqual(expected);
  });

  test('a split heading keeps its kind for the first piece only', () => {
    const tree: Root = {
      type: 'RootNode',
      children: [paragraph('一、总则本法适用。', { kind: 'heading', level: 1 })],
    };
    applyToTree(tree, [edit('一、总则本法适用。', '则', '则\n')]);
    expect(shown(tree)).toEqual(['heading:一、总则', 'paragraph:本法适用。']);
  });

  test('joining keeps what the first piece was', () => {
    const tree: Root = {
      type: 'RootNode',
      children: [paragraph('关于', { kind: 'title' }), whiteSpace('\n'), paragraph('印发的通知')],
    };
    applyToTree(tree, [edit('关于\n印发的通知', '\n', '')]);
    expect(shown(tree)).toEqual(['title:关于印发的通知']);
  });

  test('words of a foreign tree stay words', () => {
    const word = (value: string) => ({
      type: 'WordNode' as const,
      children: [{ type: 'TextNode' as const, value }],
    });
    const tree: Root = {
      type: 'RootNode',
      children: [
        {
          type: 'ParagraphNode',
          children: [{ type: 'SentenceNode', children: [word('國務院'), word('發布')] }],
        },
      ],
    };
    applyToTree(tree, [edit('國務院發布', '國', '国'), edit('國務院發布', '發布', '公布')]);
    expect(textOf(tree)).toBe('国務院公布');
    expect(JSON.stringify(tree)).toContain('"WordNode"');
  });

  test('law: the tree spells the text after any edits, and no paragraph holds a break', () => {
    fc.assert(
      fc.property(
        hostileText().chain((text) => fc.tuple(fc.constant(text), editsFor(text))),
        ([text, edits]) => {
          const tree = plain(text);
          expect(textOf(tree)).toBe(text);
          const file = new VFile(text);
          const state = editText(tree, file, 'case', () => edits);
          expect(textOf(tree)).toBe(state.alignment.text);
          for (const child of tree.children)
            if (child.type === 'ParagraphNode') expect(textOf(child)).not.toContain('\n');
        },
      ),
      { numRuns: LAW_RUNS },
    );
  });
});

describe('an editing step', () => {
  test('reports the rules that lost, with their place in the source', () => {
    const text = '甲乙丙';
    const file = new VFile(text);
    editText(plain(text), file, 'case', () => [
      { from: 0, to: 3, insert: '全', rule: 'whole', confidence: 1 },
      { from: 1, to: 2, insert: '半', rule: 'half', confidence: 1 },
    ]);
    expect(file.messages.map(({ ruleId, line, column }) => [ruleId, line, column])).toEqual([['half', 1, 2]]);
  });

  test('refuses a tree that was changed behind its back', () => {
    const file = new VFile('甲');
    const tree = plain('甲');
    documentOf(file, () => '甲');
    tree.children = [paragraph('乙')];
    expect(() => editText(tree, file, 'convert', () => [])).toThrow(/before 'convert'/);
  });
});

test('a step works in a chain that is not ours', () => {
  const shout = () => (tree: Root, file: VFile) => {
    editText(tree, file, 'shout', (text) => [edit(text, '。', '！')]);
  };
  const tree = plain('好。');
  const file = new VFile('好。');
  unified().use(shout).runSync(tree, file);
  expect(textOf(tree)).toBe('好！');
});
