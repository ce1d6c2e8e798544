import { describe, expect, test } from 'vitest';
import { readEntities } from '../read-entities.ts';

/** Local bodies as `text region level`. */
function locals(text: string): string[] {
  return readEntities(text)
    .filter((entity) => entity.type === 'local-organ')
    .map(({ span, region = '-', level = '-' }) => `${text.slice(span.start, span.end)} ${region} ${level}`);
}

describe('local-organ finds', () => {
  test.each([
    ['北京市发改委发布通知', ['北京市发改委 110000 province']],
    ['曹县县委办公室', ['曹县县委办公室 371721 county']],
    ['越城区委办、隆回县政府办', ['越城区委办 330602 county', '隆回县政府办 430524 county']],
    ['贵安新区管委会', ['贵安新区管委会 520000 province']],
    ['上海市科委与浙江省交通运输厅', ['上海市科委 310000 province', '浙江省交通运输厅 330000 province']],
    ['福建省福州市财政局', ['福建省福州市财政局 350100 prefecture']],
    ['河南省组织会议，省财政厅、省教育厅参加', ['省财政厅 410000 province', '省教育厅 410000 province']],
    ['苏州市召开会议，市委组织部通报情况', ['市委组织部 320500 prefecture']],
    ['江西省委、省政府高度重视', ['江西省委 360000 province', '省政府 360000 province']],
    ['省发改委、财政厅、公安厅联合印发', ['省发改委 - province', '财政厅 - province', '公安厅 - province']],
    ['主要设置在经信委、发改委', ['经信委 - -', '发改委 - -']],
    ['职能放在了当地的发改委', ['发改委 - -']],
    ['由地方发改委审批', ['地方发改委 - -']],
    ['山东省人民代表大会常务委员会', ['山东省人民代表大会常务委员会 370000 province']],
    ['湖南省第十二届人民代表大会常务委员会', ['湖南省第十二届人民代表大会常务委员会 430000 province']],
    ['成都市中级人民法院审理', ['成都市中级人民法院 510100 prefecture']],
    ['广东省住房和城乡建设厅', ['广东省住房和城乡建设厅 440000 province']],
    ['天津市滨海新区人民政府', ['天津市滨海新区人民政府 120116 county']],
    ['新疆生产建设兵团出台办法', ['新疆生产建设兵团 650000 province']],
    ['安徽省食安办和合肥市烟草局', ['安徽省食安办 340000 province', '合肥市烟草局 340100 prefecture']],
    ['上海市第一中级人民法院', ['上海市第一中级人民法院 310000 province']],
    ['北京互联网法院与广州海事法院', ['北京互联网法院 110000 province', '广州海事法院 440100 prefecture']],
    ['苏州工业园区管委会', ['苏州工业园区管委会 320500 prefecture']],
    ['由地方林业局、当地教育局处理', ['地方林业局 - -', '当地教育局 - -']],
    ['省信息化工作领导小组办公室', ['省信息化工作领导小组办公室 - province']],
    ['河北省提出，自治区党委同意', ['自治区党委 - province']],
    ['四川省监察厅、省公务员局', ['四川省监察厅 510000 province', '省公务员局 510000 province']],
    ['湖北省委省政府要求整改', ['湖北省委 420000 province', '省政府 420000 province']],
    ['省委全会召开，河北全省贯彻', ['省委 130000 province']],
    [
      '湖南省教育厅牵头，有关单位：财政厅、民政厅',
      ['湖南省教育厅 430000 province', '财政厅 430000 province', '民政厅 430000 province'],
    ],
    ['北京市教委提到，有的叫财政厅', ['北京市教委 110000 province', '财政厅 - province']],
    ['国家统计局许昌调查队', ['国家统计局许昌调查队 411000 prefecture']],
    ['共青团江西省委、民盟广东省委', ['共青团江西省委 360000 province', '民盟广东省委 440000 province']],
    ['香港特别行政区政府劳工及福利局', ['香港特别行政区政府劳工及福利局 810000 province']],
    [
      '宜宾银保监分局、浙江省外经贸厅',
      ['宜宾银保监分局 511500 prefecture', '浙江省外经贸厅 330000 province'],
    ],
    ['各省、自治区、直辖市及新疆生产建设兵团财政厅（局）、教育厅', ['新疆生产建设兵团 650000 province']],
    [
      '兰州新区卫生健康委和苏州高新区管委会',
      ['兰州新区卫生健康委 620100 prefecture', '苏州高新区管委会 320500 prefecture'],
    ],
    ['县教育局与镇政府', ['县教育局 - county', '镇政府 - township']],
  ])('%s', (text, expected) => {
    expect(locals(text)).toEqual(expected);
  });

  test('the corps by its full name, and no mention of Xinjiang in it', () => {
    const entities = readEntities('新疆兵团的棉花');
    expect(entities).toHaveLength(1);
    expect(entities[0]).toMatchObject({ type: 'local-organ', name: '新疆生产建设兵团', region: '650000' });
  });
});

describe('local-organ finds nothing in', () => {
  test.each([
    '各级工业和信息化部门',
    '各省财政厅和各地卫健委、医保局',
    '市、县教育局',
    '各省、自治区、直辖市发展改革委、财政厅',
    '各省（区、市）农业农村厅、水利厅',
    '各省、自治区、直辖市民政厅（局）、财政厅（局）、市场监管局',
    '各省、自治区、直辖市及计划单列市卫生计生委（卫生局）、发展改革委、教育厅（局）、中医药管理局',
    '黑龙江省外贸形势',
    '全省信息中心建设规划',
    '全省政府系统',
    '省政府各部门',
    '城市政府债务',
    '一局棋没有下完',
    '打开新局面，教育局面向好',
    '省委托第三方评估',
    '县级以上地方人民政府',
    '技术委员会讨论',
    '国家林业局',
    '美国国防部与日本外交部',
  ])('%s', (text) => {
    expect(locals(text)).toEqual([]);
  });
});
