import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalize } from '../src/index.ts';
import { verifyRecord } from '../src/record/verify.ts';
import { hostileText, LAW_RUNS } from './arbitraries.ts';

/** Pieces of public documents, in the states that they arrive in. */
const documentPiece = fc.constantFrom(
  '國務院關於印發',
  '《關於加強管理的通知》',
  '发布了。要求各省',
  '（自治區、直轄市）',
  '增长12.5%',
  '下降 3．2 个百分点',
  '达到80以上',
  '2013 年 5 月',
  '一 、 總體要求',
  '\n',
  '\n\n',
  '.',
  '。',
  ',',
  '\r\n    ',
  '江 苏 省',
  '软件和信息技术',
  '軟件及資訊科技',
  '財政部、教育部',
  '(一)',
  '31个省（区、市）',
  'ＧＤＰ',
  '国发〔2013〕5号',
);

const mixed = fc
  .array(fc.oneof({ weight: 3, arbitrary: documentPiece }, { weight: 1, arbitrary: hostileText(3) }), {
    maxLength: 25,
  })
  .map((pieces) => pieces.join(''));

describe('every record keeps the laws of the contract', () => {
  const again = (text: string) => normalize(text).text;

  for (const [name, texts] of [
    ['hostile text', hostileText()],
    ['mixed documents', mixed],
  ] as const) {
    it(`for ${name}`, () => {
      fc.assert(
        fc.property(texts, (text) => {
          const record = normalize(text);
          expect(verifyRecord(record, { normalize: again })).toEqual([]);
        }),
        { numRuns: LAW_RUNS },
      );
    }, 600_000);

    it(`the same for ${name} twice`, () => {
      fc.assert(
        fc.property(texts, (text) => {
          expect(JSON.stringify(normalize(text))).toBe(JSON.stringify(normalize(text)));
        }),
        { numRuns: LAW_RUNS / 10 },
      );
    }, 600_000);
  }
});
