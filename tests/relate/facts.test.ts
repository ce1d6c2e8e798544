import { describe, expect, test } from 'vitest';
import { relationsOf } from './marked.ts';

describe('metrics', () => {
  test.each([
    ['{P:云南省}村村通完成率为93%。', [{ subject: '{P}村村通完成率', value: '93%', regions: ['{P}'] }]],
    [
      '{P:云南省}通过合并机房，减少运行费约55%，建设周期平均缩短70%以上。',
      [
        { subject: '减少运行费', value: '55%', regions: ['{P}'] },
        { subject: '建设周期平均缩短', value: '70%', regions: ['{P}'] },
      ],
    ],
    ['有64%的县级图书馆开通了微博。', [{ subject: '县级图书馆开通了微博', value: '64%' }]],
    ['26%的省级机关设立了专门处室。', [{ subject: '省级机关设立了专门处室', value: '26%' }]],
    ['90%以上乡镇都通了公路。', [{ subject: '乡镇都通了公路', value: '90%' }]],
    [
      '{P:浙江}、{P:宁夏}审批时限分别压缩56%、48.3%。',
      [
        { subject: '{P}、宁夏审批时限', value: '56%', regions: ['{P}'] },
        { subject: '宁夏审批时限', value: '48.3%', regions: ['{P:宁夏}'] },
      ],
    ],
    [
      '宽带在省级、市级和县级的覆盖率分别为37%、22%、19%。',
      [
        { subject: '宽带在省级、市级和县级的覆盖率', value: '37%' },
        { subject: '市级和县级的覆盖率', value: '22%' },
        { subject: '县级的覆盖率', value: '19%' },
      ],
    ],
    ['覆盖率较高，普遍在75%以上。', [{ subject: '覆盖率', value: '75%' }]],
    [
      '截至{D:2012年底}，{P:北京}、{P:上海}入网率达到80%。',
      [{ subject: '{P}、{P}入网率', value: '80%', regions: ['{P}', '{P}'], date: '{D}' }],
    ],
    ['据{M:工信部}统计，开通率为88%。', [{ subject: '开通率', value: '88%' }]],
    [
      '{M:公安部}核心业务覆盖率达到100%。',
      [{ subject: '{M}核心业务覆盖率', value: '100%', organs: ['{M}'] }],
    ],
    [
      '{P:江西省}节省经费18%。全国平均节省9%。',
      [
        { subject: '{P}节省经费', value: '18%', regions: ['{P}'] },
        { subject: '全国平均节省', value: '9%' },
      ],
    ],
    [
      '投资、消费、出口分别增长7%、8%、9%。',
      [
        { subject: '投资', value: '7%' },
        { subject: '消费', value: '8%' },
        { subject: '出口', value: '9%' },
      ],
    ],
    [
      '小麦和玉米产量分别为300万吨和200万吨，分别增长2%、下降1%。',
      [
        { subject: '小麦和玉米产量', value: '300万吨' },
        { subject: '玉米产量', value: '200万吨' },
        { subject: '小麦和玉米产量', value: '2%' },
        { subject: '玉米产量', value: '1%' },
      ],
    ],
    [
      '牛存栏484万头，羊存栏1390万只，分别增长6.2%和下降3.1%。',
      [
        { subject: '牛存栏', value: '484万头' },
        { subject: '羊存栏', value: '1390万只' },
        { subject: '牛存栏', value: '6.2%' },
        { subject: '羊存栏', value: '3.1%' },
      ],
    ],
    [
      '网上办理率稳步提高，{P:浙江}、{P:江苏}分别为81.2%、79.6%。',
      [
        { subject: '网上办理率', value: '81.2%', regions: ['{P}'] },
        { subject: '网上办理率', value: '79.6%', regions: ['{P:江苏}'] },
      ],
    ],
    [
      '累计成交额80亿元，其中{P:广东}占比53%。',
      [
        { subject: '累计成交额', value: '80亿元' },
        { subject: '累计成交额', value: '53%', regions: ['{P}'] },
      ],
    ],
    [
      '失业率从{D:年初}5.5%降至5.3%。',
      [
        { subject: '失业率', value: '5.5%' },
        { subject: '失业率', value: '5.3%' },
      ],
    ],
    [
      '{P:甘肃省}要求整改，{C:张掖市}先行。全省合格率98%。全市覆盖率75%。',
      [
        { subject: '全省合格率', value: '98%', regions: ['{P}'] },
        { subject: '全市覆盖率', value: '75%', regions: ['{C}'] },
      ],
    ],
    [
      '{C:天水}、{C:陇南}两地仍有近一成的学校没有联网。',
      [{ subject: '学校没有联网', value: '一成', regions: ['{C}', '{C:陇南}'] }],
    ],
    ['为期8天，三年来一直如此。', []],
    ['平均等候时间9小时。', [{ subject: '平均等候时间', value: '9小时' }]],
    ['负债率＝负债÷资产×100%。', []],
    [
      '地区\t增速\t城镇化率\n{P:上海}\t7.0%\t89.6%\n合计\t8.1%\t70.2%',
      [
        { subject: '增速', value: '7.0%', regions: ['{P}'] },
        { subject: '城镇化率', value: '89.6%', regions: ['{P}'] },
        { subject: '增速', value: '8.1%' },
        { subject: '城镇化率', value: '70.2%' },
      ],
    ],
    // What is lacking in a short row is not known; the rows below it have all of their cells.
    [
      '地区\t上年\t今年\n{P:湖北}\t30%\n{P:湖南}\t20%\t40%',
      [
        { subject: '上年', value: '20%', regions: ['{P:湖南}'] },
        { subject: '今年', value: '40%', regions: ['{P:湖南}'] },
      ],
    ],
    ['地区\t上年\t今年\n{P:湖北}\t\t35.6%', [{ subject: '今年', value: '35.6%', regions: ['{P}'] }]],
    // Columns of dates: what is measured is what the row begins with.
    [
      '\t{D:2022年}\t{D:2023年}\t备注\n巩固率\t95.5%\t95.7%\n入学率\t\t91.8%\t见表',
      [
        { subject: '巩固率', value: '95.5%', date: '{D}' },
        { subject: '巩固率', value: '95.7%', date: '{D:2023年}' },
        { subject: '入学率', value: '91.8%', date: '{D:2023年}' },
      ],
    ],
    ['\t{D:2022年}\t{D:2023年}\n{P:湖北}\t95.5%\t95.7%', []],
    ['时限\t年底\t投资率\t35%', [{ subject: '投资率', value: '35%' }]],
    [
      '上年覆盖率\t今年覆盖率\t目标\n{P:湖北}\t30%\t40%\t50%',
      [
        { subject: '上年覆盖率', value: '30%', regions: ['{P}'] },
        { subject: '今年覆盖率', value: '40%', regions: ['{P}'] },
        { subject: '目标', value: '50%', regions: ['{P}'] },
      ],
    ],
    [
      '缺口集中在{P:甘肃}、{P:青海}，缺编率分别为18%和15%。',
      [
        { subject: '缺编率', value: '18%', regions: ['{P}'] },
        { subject: '缺编率', value: '15%', regions: ['{P:青海}'] },
      ],
    ],
    [
      '{D:2012年}、{D:2013年}客流量分别增长5%、6%。',
      [
        { subject: '客流量分别增长', value: '5%', date: '{D}' },
        { subject: '客流量分别增长', value: '6%', date: '{D:2013年}' },
      ],
    ],
    [
      '税收收入240亿元，占比74%。',
      [
        { subject: '税收收入', value: '240亿元' },
        { subject: '税收收入', value: '74%' },
      ],
    ],
    [
      '支出86亿元，为预算的98%。',
      [
        { subject: '支出', value: '86亿元' },
        { subject: '支出', value: '98%' },
      ],
    ],
    ['产值居全国第二位，增长6%。', [{ subject: '产值', value: '6%' }]],
    ['民生支出连续五年保持在75%以上。', [{ subject: '民生支出连续五年', value: '75%' }]],
    [
      '有效专利数增长15%，及时办结率99%。',
      [
        { subject: '有效专利数增长', value: '15%' },
        { subject: '及时办结率', value: '99%' },
      ],
    ],
    ['认为资金不足的占49%。', [{ subject: '认为资金不足', value: '49%' }]],
    [
      '覆盖率在85%以上的有{P:天津}、{P:山东}。',
      [{ subject: '覆盖率', value: '85%', regions: ['{P}', '{P:山东}'] }],
    ],
    [
      '{P:山西}覆盖率为90%。{P:青海}则在50%以下。',
      [
        { subject: '{P}覆盖率', value: '90%', regions: ['{P}'] },
        { subject: '{P}覆盖率', value: '50%', regions: ['{P:青海}'] },
      ],
    ],
    [
      '{P:浙江}、{P:江苏}两省上网率分别为60%和51%，比上年分别提高2.1和1.9个百分点。',
      [
        { subject: '{P}、{P}两省上网率', value: '60%', regions: ['{P}'] },
        { subject: '{P:江苏}两省上网率', value: '51%', regions: ['{P:江苏}'] },
        { subject: '{P}、{P}两省上网率', value: '2.1', regions: ['{P}'] },
        { subject: '{P:江苏}两省上网率', value: '1.9个百分点', regions: ['{P:江苏}'] },
      ],
    ],
    [
      '{P:湖北}、{P:湖南}各有40%和35%的县开了网站，{P:江西}则只有30%。',
      [
        { subject: '县开了网站', value: '40%', regions: ['{P}'] },
        { subject: '县开了网站', value: '35%', regions: ['{P:湖南}'] },
        { subject: '县开了网站', value: '30%', regions: ['{P:江西}'] },
      ],
    ],
    [
      '{P:甘肃}84%的事项网上办理，{P:宁夏}为79%。',
      [
        { subject: '事项网上办理', value: '84%', regions: ['{P}'] },
        { subject: '事项网上办理', value: '79%', regions: ['{P:宁夏}'] },
      ],
    ],
    ['全国有超过60%的省份建立了目录。', [{ subject: '省份建立了目录', value: '60%' }]],
    ['有的县只有不到10%的企业上了网。', [{ subject: '企业上了网', value: '10%' }]],
    ['公司持有51%的股份。', [{ subject: '公司持有', value: '51%' }]],
    [
      '全省有45%的乡镇、60%的行政村通了宽带。',
      [
        { subject: '乡镇', value: '45%' },
        { subject: '行政村通了宽带', value: '60%' },
      ],
    ],
    [
      '发生率由{D:2012年}的10.2%下降至{D:2018年}的1.7%。',
      [
        { subject: '发生率', value: '10.2%', date: '{D}' },
        { subject: '发生率', value: '1.7%', date: '{D:2018年}' },
      ],
    ],
    [
      '10亿元以上企业5家，百亿元级企业3家。',
      [
        { subject: '10亿元以上企业', value: '5家' },
        { subject: '百亿元级企业', value: '3家' },
      ],
    ],
    ['（二）企业开办时间为80%。', [{ subject: '企业开办时间', value: '80%' }]],
    ['工业增加值（增长8%）较好。', [{ subject: '工业增加值', value: '8%' }]],
    ['优秀（满分80%）。', [{ subject: '满分', value: '80%' }]],
    ['投资按自然口径下降8%。', [{ subject: '投资按自然口径下降', value: '8%' }]],
    [
      '公共投资100%，按自然口径下降8%。',
      [
        { subject: '公共投资', value: '100%' },
        { subject: '公共投资', value: '8%' },
      ],
    ],
    ['按照80%发放。', []],
    ['违反规定的，可以并处2000元罚款。', []],
    [
      '出口额100亿元，占全国的比重为8%。',
      [
        { subject: '出口额', value: '100亿元' },
        { subject: '出口额', value: '8%' },
      ],
    ],
    [
      '九年义务教育巩固率接近98%，按年上升2%。',
      [
        { subject: '九年义务教育巩固率', value: '98%' },
        { subject: '九年义务教育巩固率', value: '2%' },
      ],
    ],
    ['全国平均为70%。', [{ subject: '全国平均', value: '70%' }]],
    [
      '83%的地市和61.7%的县设立了书屋。',
      [
        { subject: '地市', value: '83%' },
        { subject: '县设立了书屋', value: '61.7%' },
      ],
    ],
    [
      '转口份额由35%滑落至28%。',
      [
        { subject: '转口份额', value: '35%' },
        { subject: '转口份额', value: '28%' },
      ],
    ],
    ['有分歧欠款化解率不低于60%。', [{ subject: '有分歧欠款化解率', value: '60%' }]],
    ['没有数字的一句话。', []],
    ['80%。', []],
  ])('%s', (written, expected) => {
    // In what is expected, {P} and the like stand for the marked entities in their order.
    const names = [...written.matchAll(/\{([A-Z]):([^}]*)\}/g)].map(([, type, name]) => ({ type, name }));
    const fill = (text: string, used: { type: string; name: string }[]) =>
      text.replace(/\{([A-Z])(?::([^}]*))?\}/g, (_, type, name) => {
        if (name !== undefined) return name;
        const at = used.findIndex((entity) => entity.type === type);
        return used.splice(at, 1)[0].name;
      });
    const filled = expected.map((metric) => ({
      ...metric,
      subject: fill(metric.subject, [...names]),
      ...('regions' in metric ? { regions: withOrder(metric.regions, names) } : {}),
      ...('organs' in metric ? { organs: withOrder(metric.organs, names) } : {}),
      ...('date' in metric ? { date: fill(metric.date, [...names]) } : {}),
    }));
    expect(relationsOf(written).metrics).toEqual(filled);

    function withOrder(list: readonly string[], entities: { type: string; name: string }[]): string[] {
      const used = [...entities];
      return list.map((item) => fill(item, used));
    }
  });
});
