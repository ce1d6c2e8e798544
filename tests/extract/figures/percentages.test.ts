import { describe, expect, test } from 'vitest';
import { findFigures } from '../../../src/extract/figures/index.ts';

/** What is found: each figure as `text = value unit`, with low–high for ranges and the comparator unless it is eq. */
function percentagesOf(text: string): string[] {
  return findFigures(text)
    .filter(({ kind }) => kind === 'percentage')
    .map(({ start, end, value, low, high, comparator, unit }) => {
      const figure = value === undefined ? `${low}–${high}` : `${value}`;
      const said = comparator === 'eq' || comparator === 'range' ? '' : ` ${comparator}`;
      return `${text.slice(start, end)} = ${figure} ${unit}${said}`;
    });
}

describe('percentages', () => {
  test.each([
    ['入户率达到93%', '93% = 93 %'],
    ['降幅为百分之零点五', '百分之零点五 = 0.5 %'],
    ['完成百分之百', '百分之百 = 100 %'],
    ['误差百万分之五', '百万分之五 = 0.0005 %'],
    ['费率千分之二点五', '千分之二点五 = 2.5 ‰'],
    ['费率5‰', '5‰ = 5 ‰'],
    ['占80﹪', '80﹪ = 80 %'],
    ['下降-3.5%', '-3.5% = -3.5 %'],
    ['负3.9%', '负3.9% = -3.9 %'],
    ['提高3个百分点', '3个百分点 = 3 percentage-point'],
    ['八成学校', '八成 = 80 %'],
    ['三成五的田', '三成五 = 35 %'],
    ['两成半的田', '两成半 = 25 %'],
    ['七成家庭', '七成 = 70 %'],
    ['6成行动缓慢', '6成 = 60 %'],
    ['1,250.5%', '1,250.5% = 1250.5 %'],
  ])('%s', (text, expected) => {
    expect(percentagesOf(text)).toEqual([expected]);
  });

  test.each([
    ['增长5-20%', '5-20% = 5–20 %'],
    ['增长30%~40%', '30%~40% = 30–40 %'],
    ['增长80%—90%', '80%—90% = 80–90 %'],
    ['增长百分之五十至六十', '百分之五十至六十 = 50–60 %'],
    ['增长百分之五十到百分之六十', '百分之五十到百分之六十 = 50–60 %'],
    ['增长百分之二三十', '百分之二三十 = 20–30 %'],
    ['增长六到七成', '六到七成 = 60–70 %'],
    ['增长七八成', '七八成 = 70–80 %'],
    ['提高0.5至1个百分点', '0.5至1个百分点 = 0.5–1 percentage-point'],
  ])('range: %s', (text, expected) => {
    expect(percentagesOf(text)).toEqual([expected]);
  });

  test.each([
    ['近80%', '80% = 80 % approx'],
    ['80%左右', '80% = 80 % approx'],
    ['约为80%', '80% = 80 % approx'],
    ['超过了80%', '80% = 80 % gt'],
    ['80%以上', '80% = 80 % ge'],
    ['不低于80%', '80% = 80 % ge'],
    ['不足八成', '八成 = 80 % lt'],
    ['不超过80%', '80% = 80 % le'],
    ['覆盖率68%不到。', '68% = 68 % lt'],
    ['由7%不到提高', '7% = 7 % lt'],
    ['缺口三成不止', '三成 = 30 % gt'],
    ['资金10%不到位', '10% = 10 %'],
    ['每户最高补贴80%', '80% = 80 % le'],
    ['油价最高达80%', '80% = 80 %'],
    ['80%以内', '80% = 80 % le'],
    ['超六成行业', '六成 = 60 % gt'],
    ['近三成为外地人', '三成 = 30 % approx'],
    ['不及70%', '70% = 70 % lt'],
    ['补助最高30%', '30% = 30 % le'],
    ['甘肃最高，达30%', '30% = 30 %'],
    ['节约30%的水', '30% = 30 %'],
    ['投入不足销售收入的0.5%', '0.5% = 0.5 % lt'],
    ['约占全部支出的三成', '三成 = 30 % approx'],
    ['不得高于工程总价的20%', '20% = 20 % le'],
    ['补贴额最高为售价的13%', '13% = 13 % le'],
    ['上限为设备款的15%', '15% = 15 % le'],
    ['下限为5%', '5% = 5 % ge'],
    ['增速最高为13%', '13% = 13 %'],
    ['增速最高的为13%', '13% = 13 %'],
    ['低于平均线的村占样本的12%', '12% = 12 %'],
    ['超过5年的设备占全部的40%', '40% = 40 %'],
    ['节约用水量相当于全年的10%', '10% = 10 %'],
  ])('comparator: %s', (text, expected) => {
    expect(percentagesOf(text)).toEqual([expected]);
  });

  test.each([
    '各地十分重视',
    '一二手房联动',
    '万一下雨',
    '一些单位',
    '三成立了小组',
    '两成员国',
    '玖成村',
    '二成为重点',
    '一成不变',
    '三五成群',
    '第八成果展厅',
    '1.2.3%',
    '百分之',
    '百分之多少',
    'A4%',
    '59个市',
  ])('nothing in %s', (text) => {
    expect(percentagesOf(text)).toEqual([]);
  });
});
