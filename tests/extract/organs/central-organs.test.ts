import { describe, expect, test } from 'vitest';
import { readEntities, shown } from '../read-entities.ts';

const organs = (text: string, year?: number) => shown(text, readEntities(text, year), ['ministry']).join(' ');

describe('central-organ finds', () => {
  test.each([
    ['国务院办公厅转发财政部的意见。', 2013, '国务院办公厅=gosc 财政部=mof'],
    ['住房和城乡建设部会同水利部检查。', 2014, '住房和城乡建设部=mohurd 水利部=mwr'],
    ['水利部、农业部、林业局、海洋局联合开展。', 2012, '水利部=mwr 农业部=moa 林业局=sfa 海洋局=soa'],
    ['由发改委、工信部等五部委发布。', 2013, '发改委=ndrc 工信部=miit'],
    ['卫计委、民政部参加。', 2014, '卫计委=nhfpc 民政部=mca'],
    ['交通部印发通知。', 2006, '交通部=moc-transport'],
    ['交通部印发通知。', 2011, '交通部=mot'],
    ['国家药监局公布名单。', 2010, '国家药监局=sfda'],
    ['国家药监局公布名单。', 2020, '国家药监局=nmpa'],
    ['建设部发布标准。', 2005, '建设部=mocons'],
    ['国家计委、邮电部联合发文。', 1996, '国家计委=spc-planning 邮电部=mopt'],
    ['劳动人事部和农牧渔业部', 1985, '劳动人事部=mlp 农牧渔业部=maaf'],
    ['国家药监局公布名单。', 2000, '国家药监局=sda'],
    ['国务院西部开发办、环保总局', 2005, '国务院西部开发办=wdo 环保总局=sepa'],
    ['金融监管总局、国家数据局', 2024, '金融监管总局=nfra 国家数据局=nda'],
    ['国务院扶贫办公室与国务院医改办公室', 2015, '国务院扶贫办公室=cpad 国务院医改办公室=schr-office'],
    ['高检院与最高院联合解释。', 2015, '高检院=spp 最高院=spc'],
    ['财政部落实资金，水利部首次公布', 2016, '财政部=mof 水利部=mwr'],
    ['国台办会同教育部门户网站', 2017, '国台办=tao 教育部=moe'],
    ['航空航天部、轻工业部、国家物价局', 1990, '航空航天部=moaero 轻工业部=molight 国家物价局=spb-prices'],
    [
      '中央改革办、中央审计办、中央港澳工作办公室',
      2024,
      '中央改革办=cdrc-office 中央审计办=cauc-office 中央港澳工作办公室=hkmwo',
    ],
    ['中央改革办', 2015, '中央改革办=ciic-office'],
    ['中央金融工委', 2000, '中央金融工委=cfwc-old'],
    ['中央金融工委', 2024, '中央金融工委=cfwc'],
    ['国家网信办、卫生健康委、医保局', 2021, '国家网信办=siio 卫生健康委=nhc 医保局=nhsa'],
    ['全国政协经济委员会、全国人大财经委', 2019, '全国政协经济委员会=cppcce 全国人大财经委=npcfc'],
    ['粮食和储备局、煤矿安监局、民航局', 2019, '粮食和储备局=lswz 煤矿安监局=scmsa 民航局=caac'],
    ['中组部、中编办、中国残联', 2013, '中组部=cod 中编办=scopsr 中国残联=cdpf'],
  ])('%s in %i', (text, year, expected) => {
    expect(organs(text, year)).toBe(expected);
  });

  test.each([
    ['2014年5月，中央综治办召开会议。', 'ccsm-office'],
    ['2014年12月，中央综治办召开会议。', 'ccps-office-2'],
    ['2013年1月，国家能源局发布。', 'neb'],
    ['2013年9月，国家能源局发布。', 'nea'],
  ])('the body of the month: %s', (text, id) => {
    expect(shown(text, readEntities(text), ['ministry'])[0]).toContain(`=${id}`);
  });

  test('a name that is shared is central beside central bodies, and surer there', () => {
    const [, beside] = readEntities('财政部、发改委发文', 2014);
    const [alone] = readEntities('发改委发文', 2014);
    expect(beside).toMatchObject({ type: 'ministry', ref: 'ndrc' });
    expect(beside.confidence).toBeGreaterThan(alone.confidence);
  });

  test('the body with its dates and what became of it', () => {
    const [organ] = readEntities('卫生部部署工作。', 2012);
    expect(organ).toMatchObject({ name: '中华人民共和国卫生部', validTo: '2013-03', successors: ['nhfpc'] });
  });
});

describe('central-organ finds nothing in', () => {
  test.each([
    '各级工业和信息化部门',
    '公安部门与教育部门',
    '国务院有关部门',
    '省统计局与市发改委',
    '当地的发改委',
    '人行道上的盲道',
    '农业部分产品涨价',
    '财政部门落实资金',
    '公安部门前聚集',
    '美国国防部、日本外交部',
    '能源部发布的报告',
    '各地发改委、卫计委',
  ])('%s', (text) => {
    expect(organs(text, 2015)).toBe('');
  });
});
