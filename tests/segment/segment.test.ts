import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { Alignment } from '../../src/alignment/index.ts';
import { Dictionaries, defaultDictionaries } from '../../src/dictionary/index.ts';
import { type DocumentState, paragraph, textOf, wordTree } from '../../src/document/index.ts';
import { posTags, segment } from '../../src/segment/index.ts';
import { hostileText, LAW_RUNS } from '../arbitraries.ts';

/** Runs the plugin alone, without the pipeline around it. */
function segmented(
  text: string,
  style: 'whole' | 'parts' = 'whole',
  dictionaries = defaultDictionaries(),
): { file: VFile; state: DocumentState } {
  const file = new VFile(text);
  const run = segment.call({} as never, { words: style, dictionaries }) as (
    tree: unknown,
    file: VFile,
  ) => void;
  run({ type: 'RootNode', children: [paragraph(text)] }, file);
  return { file, state: file.data.guiyi! };
}

function words(text: string): string[] {
  const { starts, ends } = segmented(text).state.tokens!;
  return Array.from(starts, (start, i) => text.slice(start, ends[i]));
}

function tags(text: string): string[] {
  const { starts, ends, pos, posTags: names } = segmented(text).state.tokens!;
  return Array.from(starts, (start, i) => `${text.slice(start, ends[i])}/${names[pos[i]]}`);
}

describe('words that are kept whole', () => {
  test.each([
    ['terms of the field', '推进电子政务和云计算', ['推进', '电子政务', '和', '云计算']],
    ['figures', '达到1,234.5亿', ['达到', '1,234.5亿']],
    ['percentages', '占17.5%，升8％', ['占', '17.5%', '，', '升', '8％']],
    ['ranges', '约10—20%左右', ['约', '10—20%', '左右']],
    ['a list of figures is no group of thousands', '第1,2,3条', ['第1', ',', '2', ',', '3条']],
    ['letters with figures', 'G20和4G', ['G20', '和', '4G']],
    [
      'addresses',
      '地址10.0.0.1，见http://example.cn/a?b=1。',
      ['地址', '10.0.0.1', '，', '见', 'http://example.cn/a?b=1', '。'],
    ],
    ['mail', '邮箱wen-ti@example.cn谢谢', ['邮箱', 'wen-ti@example.cn', '谢谢']],
    ['hyphens and signs', 'COVID-19、C++', ['COVID-19', '、', 'C++']],
    ['Han with Latin letters', '做B超', ['做', 'B超']],
    ['Latin words apart', 'Big Data应用', ['Big', 'Data', '应用']],
    ['variation selectors', '葛\u{E0100}城', ['葛\u{E0100}', '城']],
    ['ideographs beyond the first plane', '𠮷', ['𠮷']],
    ['a lone surrogate', '好\ud800好', ['好', '\ud800', '好']],
    ['dashes and ellipses', '他——走……', ['他', '——', '走', '……']],
  ])('%s: %s', (_, text, expected) => {
    expect(words(text)).toEqual(expected);
  });
});

test('no word crosses the edge of a sentence or a line', () => {
  expect(words('他在中\n国家')).toEqual(expect.arrayContaining(['中', '国家']));
  expect(words('都市。场面')).toEqual(['都市', '。', '场面']);
});

test('every word has a part of speech', () => {
  expect(tags('国务院决定，2015年在Linux上')).toEqual(
    expect.arrayContaining(['国务院/nt', '决定/v', '，/w', 'Linux/eng']),
  );
  for (const tag of segmented('一种☆')!.state.tokens!.pos) expect(posTags[tag]).toBeDefined();
  expect(tags('☆')).toEqual(['☆/x']);
});

test('a line of a million characters without a mark goes through', { timeout: 120_000 }, () => {
  const text = '加快推进公共服务平台建设'.repeat(84_000);
  const { starts, ends } = segmented(text).state.tokens!;
  expect(ends[ends.length - 1]).toBe(text.length);
  expect(text.slice(starts[1], ends[1])).toBe('推进');
});

test('words of the user win, and only for whom they were given', () => {
  const folder = mkdtempSync(join(tmpdir(), 'guiyi-test-'));
  try {
    writeFileSync(join(folder, 'lexicon.tsv'), 'word\tpos\tfrequency\torigin\n云端政务港\tnz\t500\tguiyi\n');
    const text = '建设云端政务港项目';
    const cut = (dictionaries?: Dictionaries) => {
      const { starts, ends, pos } = segmented(text, 'whole', dictionaries).state.tokens!;
      return Array.from(starts, (start, i) => `${text.slice(start, ends[i])}/${posTags[pos[i]]}`);
    };
    const before = cut();
    expect(cut(new Dictionaries([folder]))).toContain('云端政务港/nz');
    expect(before).not.toContain('云端政务港/nz');
    expect(cut()).toEqual(before);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

describe('laws', () => {
  test('tokens tile the text apart from white space, within sentences', { timeout: 300_000 }, () => {
    fc.assert(
      fc.property(hostileText(), fc.constantFrom('whole' as const, 'parts' as const), (text, style) => {
        const { sentences, tokens } = segmented(text, style).state;
        let at = 0;
        let sentence = 0;
        for (let i = 0; i < tokens!.starts.length; i++) {
          const start = tokens!.starts[i];
          const end = tokens!.ends[i];
          expect(end).toBeGreaterThan(start);
          expect(text.slice(at, start).trim()).toBe('');
          expect(text.slice(start, end)).not.toMatch(/\s/);
          while (sentences!.ends[sentence] <= start) sentence++;
          expect(sentences!.starts[sentence]).toBeLessThanOrEqual(start);
          expect(sentences!.ends[sentence]).toBeGreaterThanOrEqual(end);
          expect(tokens!.pos[i]).toBeLessThan(posTags.length);
          at = end;
        }
        expect(text.slice(at).trim()).toBe('');
      }),
      { numRuns: LAW_RUNS },
    );
  });

  test('figures of any shape stay within the text', { timeout: 300_000 }, () => {
    const piece = fc.constantFrom(
      ...'第一两三十百千万亿多余几数半点.．%％0１9年月日个小时元人上旬底今天这每·'.split(''),
      '分之',
      '个月',
      '公里',
      '，',
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 20 }),
        fc.constantFrom('whole' as const, 'parts' as const),
        (pieces, style) => {
          const text = pieces.join('');
          const { starts, ends } = segmented(text, style).state.tokens!;
          expect(Array.from(starts, (start, i) => text.slice(start, ends[i])).join('')).toBe(text);
        },
      ),
      { numRuns: LAW_RUNS },
    );
  });

  test('the tree of words spells the text', { timeout: 300_000 }, () => {
    fc.assert(
      fc.property(hostileText(), (text) => {
        expect(textOf(wordTree(segmented(text).file))).toBe(text);
      }),
      { numRuns: LAW_RUNS / 4 },
    );
  });
});

describe('the tree of words', () => {
  test('has paragraphs, sentences and words with their parts of speech', () => {
    const tree = wordTree(segmented('国务院决定 推进。\n好').file);
    expect(tree.children.map(({ type }) => type)).toEqual([
      'ParagraphNode',
      'WhiteSpaceNode',
      'ParagraphNode',
    ]);
    expect(tree.children[0]).toMatchObject({
      children: [
        {
          type: 'SentenceNode',
          children: [
            { type: 'WordNode', data: { pos: 'nt' }, children: [{ type: 'TextNode', value: '国务院' }] },
            { type: 'WordNode', children: [{ value: '决定' }] },
            { type: 'WhiteSpaceNode', value: ' ' },
            { type: 'WordNode', children: [{ value: '推进' }] },
            { type: 'PunctuationNode', value: '。' },
          ],
        },
      ],
    });
  });

  test('places its nodes in the source', () => {
    const { file, state } = segmented('国务院决定');
    const source = '國務院\n決定';
    state.alignment = Alignment.of(source).apply('case', [
      { from: 0, to: 3, insert: '国务院', rule: 'case', confidence: 1 },
      { from: 3, to: 5, insert: '决', rule: 'case', confidence: 1 },
    ]);
    const [{ children }] = wordTree(file).children as unknown as [
      {
        children: [
          { children: { position: { start: { offset: number; line: number }; end: { offset: number } } }[] },
        ];
      },
    ];
    const [first, second] = children[0].children.map(({ position }) => position);
    expect(source.slice(first.start.offset, first.end.offset)).toBe('國務院');
    expect(source.slice(second.start.offset, second.end.offset)).toBe('\n決定');
    expect(first.start.line).toBe(1);
  });

  test('needs the tokens', () => {
    expect(() => wordTree(new VFile('好'))).toThrow(/segment/);
  });
});
