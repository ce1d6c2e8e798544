import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hostileText, LAW_RUNS } from '../arbitraries.ts';
import { repaired } from './repaired.ts';

const sound = [
  '第一条为了保护公民的合法权益，根据宪法，制定本法。',
  '他问：“你去过北京、上海吗？”我说没有；他又说：“那就走吧！”',
  '增长3.5%，达到1,234.56亿元；版本2.0.1于12:30发布，网址www.example.cn。',
  '（一）总则\n（二）附则',
  '1.加强领导。2.落实责任。',
  'See the report by J. K. Rowling, e.g. page 3. It is long.',
  '日本語のテキスト.これは.そのままです.',
  '한국어 문장.그대로.',
  '卡尔·马克思（1818—1883）……',
  '姓名\t年龄\n张三\t30\n李四\t40',
];

describe('sound text stays as it is', () => {
  test.each(sound)('%s', (text) => {
    expect(repaired(text).text).toBe(text);
  });
});

describe('laws', () => {
  /** Text in which dots, quotes and spaces abound, so that repairs run. */
  const flattened = fc
    .array(
      fc.oneof(
        { weight: 8, arbitrary: fc.constantFrom(...'发展经济社会一二三北京上海的了和在年') },
        { weight: 4, arbitrary: fc.constantFrom('.', '.', '.', ',', "'", '"', ')', '(', '%', '    ', '\n') },
        { weight: 2, arbitrary: fc.constantFrom('80', '2013年', '3.5', 'it', '，', '。', '...', '--') },
        {
          weight: 3,
          arbitrary: fc.constantFrom(
            ...'《》〈〉“”‘’（）〔~`…·<>。',
            '《条例',
            '办法》',
            '根据',
            '<<',
            '>>',
            '..',
          ),
        },
        { weight: 1, arbitrary: hostileText(3) },
      ),
      { maxLength: 60 },
    )
    .map((pieces) => pieces.join(''));

  test('repairing twice changes nothing', () => {
    fc.assert(
      fc.property(flattened, (text) => {
        const once = repaired(text).text;
        expect(repaired(once).text).toBe(once);
      }),
      { numRuns: LAW_RUNS },
    );
  });

  test('only marks, spaces and what titles left behind are touched', () => {
    fc.assert(
      fc.property(flattened, (text) => {
        const words = (s: string) => s.replaceAll('□', '').replace(/[^\p{L}\p{N}]/gu, '');
        expect(words(repaired(text).text)).toBe(words(text));
      }),
      { numRuns: LAW_RUNS },
    );
  });
});

describe('bad input', () => {
  test.each([
    ['a dot at the start', '.发展经济.改善民生.保护环境.促进就业.'],
    ['only a dot', '.'],
    ['a thousand dots', '.'.repeat(1000)],
    ['dots between astral characters', '𠮷.𡃁.😀.𪛖.𠮷.𡃁.'],
    ['one mark a thousand times', '，'.repeat(1000)],
    ['quotes alone', '\'"\'"\'"'],
    ['a lone surrogate beside a dot', '\ud800.发展.\udc00经济.改善.民生.'],
    ['a million characters without a mark', '发展'.repeat(500_000)],
  ])('%s', (_what, text) => {
    const once = repaired(text).text;
    expect(repaired(once).text).toBe(once);
  });
});
