import { describe, expect, test } from 'vitest';
import { normalize } from '../../../src/index.ts';
import { readEntities, shown } from '../read-entities.ts';

const places = (text: string, year?: number) =>
  shown(text, readEntities(text, year), ['province', 'prefecture', 'county']).join(' ');

describe('division-name finds', () => {
  test.each([
    ['浙江省人民政府批准了方案。', '浙江省=330000'],
    ['广西、宁夏、内蒙古等地先行先试。', '广西=450000 宁夏=640000 内蒙古=150000'],
    ['湖南、贵州和云南三省联合发文。', '湖南=430000 贵州=520000 云南=530000'],
    ['会议在杭州召开，宁波、温州参加。', '杭州=330100 宁波=330200 温州=330300'],
    ['江苏省南京市鼓楼区', '江苏省=320000 南京市=320100 鼓楼区=320106'],
    ['福建省福州市鼓楼区', '福建省=350000 福州市=350100 鼓楼区=350102'],
    ['海南州和玉树州遭遇雪灾。', '海南州=632500 玉树州=632700'],
    ['青海省海南藏族自治州共和县', '青海省=630000 海南藏族自治州=632500 共和县=632521'],
    ['红河州蒙自市', '红河州=532500 蒙自市=532503'],
    ['吉林省吉林市丰满区', '吉林省=220000 吉林市=220200 丰满区=220211'],
    ['吉林的粮食产量居前。', '吉林=220000'],
    ['新疆北屯市棉花种植面积扩大。', '新疆=650000 北屯市=659005'],
    ['长春市朝阳区与宽城区同时试点。', '长春市=220100 朝阳区=220104 宽城区=220103'],
    ['北京市东城区、朝阳区、海淀区。', '北京市=110000 东城区=110101 朝阳区=110105 海淀区=110108'],
    ['苏州昆山和晋江的企业，义乌的市场。', '苏州=320500 昆山=320583 晋江=350582 义乌=330782'],
    ['融安、三江、融水三县脱贫。', '融安=450224 三江=450226 融水=450225'],
    ['海淀、朝阳、丰台三区停课。', '海淀=110108 朝阳=110105 丰台=110106'],
    ['区域内江苏、浙江领先。', '江苏=320000 浙江=330000'],
    ['四川内江的甜城湖。', '四川=510000 内江=511000'],
  ])('%s', (text, expected) => {
    expect(places(text)).toBe(expected);
  });

  test.each([
    ['襄樊的汽车产业发展较快。', 2009, '襄樊=420600'],
    ['莱芜市出台了办法。', 2013, '莱芜市=371200'],
    ['崇文区的胡同', 2008, '崇文区=110103'],
    ['巢湖市区划调整。', 2009, '巢湖=341400'],
    ['重庆市的前身', 1990, '重庆市=510200'],
    ['嘉鱼的堤防', 1998, '嘉鱼=421221'],
  ])('%s in %i', (text, year, expected) => {
    expect(places(text, year)).toBe(expected);
  });

  test('candidates instead of a guess', () => {
    expect(places('朝阳区的项目')).toMatch(/^朝阳区\?/);
    expect(places('朝阳区的项目')).toContain('110105');
    expect(places('朝阳区的项目')).toContain('220104');
    const [open] = readEntities('鼓楼区的项目');
    expect(open).toMatchObject({ type: 'county', name: '鼓楼区' });
    expect(open).not.toHaveProperty('ref');
    expect(open).not.toHaveProperty('province');
  });
});

describe('division-name finds nothing in', () => {
  test.each([
    '北京时间十二点',
    '他会说天津话',
    '中山公园门口',
    '重庆路的商铺',
    '南京东路步行街',
    '孙中山先生',
    '城区改造和郊区绿化',
    '全市中小学',
    '大河南岸的堤防',
    '北京大学与南京大学',
    '各项惠民政策落到实处',
    '长治久安',
    '天下大同的理想',
    '三江汇流处，龙江、湘江水位',
    '高邮湖与胶州湾的水质',
    '全州近四万名学生',
    '和平、合作、友好的关系',
  ])('%s', (text) => {
    expect(places(text)).toBe('');
  });

  test('a name of a person that ends like a county', () => {
    const { entities } = normalize('商务部发言人沈丹阳表示，江苏丹阳的眼镜出口增长。');
    expect(entities.filter(({ type }) => type === 'county').map(({ text }) => text)).toEqual(['丹阳']);
  });

  test.each([
    ['北京市民踊跃参加', '北京=110000'],
    ['上海市场活跃', '上海=310000'],
    ['天津市民政局', '天津市=120000'],
    ['广州市区交通', '广州=440100'],
  ])('the ending that belongs to the next word: %s', (text, expected) => {
    expect(places(text)).toBe(expected);
  });
});
