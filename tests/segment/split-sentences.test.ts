import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitSentences } from '../../src/segment/index.ts';
import { hostileText, LAW_RUNS } from '../arbitraries.ts';

/** A case is its text with `|` where sentences end; the splitter sees it without the bars. */
const cases: Readonly<Record<string, readonly string[]>> = {
  'marks that end': [
    '会议讨论了预算。|代表们提了意见！|下一步怎么办？|另有安排；|散会',
    '太好了！！|真的吗？！|是。',
    '第一句.|第二句.',
    'Work goes on today. |新的一句',
  ],
  'quotation marks and brackets close with the sentence': [
    '他说：“马上开工。”|工人们都笑了。',
    '「好。」|他走了。',
    '（本刊讯。）|各地积极响应。',
  ],
  'a quotation within a sentence does not end it': [
    '“为人民服务！”的标语挂在墙上。',
    '会上喊出“干起来！”、“快起来！”等口号。',
    '《怎么办？》这本书，他读过。',
    '按照《关于改进工作的意见。》执行。',
    '有关材料（包括图纸；不含说明书。）已经送达。',
  ],
  'numbers and addresses': [
    '增长3.5个百分点。',
    '见 http://example.cn/a?b=1;c=2 的说明。',
    '1.总则。|2.附则',
  ],
  'an ellipsis': [
    '等了很久……|后来他来了。',
    '苹果、梨……等水果都有。',
    '“慢……慢点。”|他说。',
    '他……',
    '一…二。',
  ],
  'line breaks end everything': [
    '没有标点\n|第二行',
    '（左括号不闭合。|第二句\n|第三句）。',
    '甲\r\n|乙\u2028|丙',
  ],
};

const split = (text: string): string[] => {
  const { starts, ends } = splitSentences(text);
  return Array.from(starts, (start, i) => text.slice(start, ends[i]));
};

describe.each(Object.entries(cases))('%s', (_, rows) => {
  test.each(rows)('%j', (row) => {
    expect(split(row.replaceAll('|', ''))).toEqual(row.split('|').map((part) => part.trim()));
  });
});

test('an empty text and white space have no sentence', () => {
  expect(split('')).toEqual([]);
  expect(split(' \n\u3000')).toEqual([]);
});

test('sentences hold everything but white space, in order, and never a line break', {
  timeout: 300_000,
}, () => {
  fc.assert(
    fc.property(hostileText(), (text) => {
      const { starts, ends } = splitSentences(text);
      let at = 0;
      for (let i = 0; i < starts.length; i++) {
        expect(text.slice(at, starts[i]).trim()).toBe('');
        const sentence = text.slice(starts[i], ends[i]);
        expect(sentence.trim()).toBe(sentence);
        expect(sentence).not.toMatch(/[\n\r\u2028\u2029]/);
        expect(sentence).not.toBe('');
        at = ends[i];
      }
      expect(text.slice(at).trim()).toBe('');
    }),
    { numRuns: LAW_RUNS },
  );
});
