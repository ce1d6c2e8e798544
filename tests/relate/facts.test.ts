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

describe('projects', () => {
  test.each([
    [
      '供水监测信息化工程围绕供水安全，实施由{M:水利部}牵头，{M:环保部}、{M:卫生部}，以及{M:气象局}等部门参建的信息化共建工程。',
      [{ name: '供水监测信息化工程', lead: ['水利部'], participants: ['环保部', '卫生部', '气象局'] }],
    ],
    [
      '供水监测信息化工程实施由{M:水利部}、{M:环保部}、{M:卫生部}等部门的信息化共建工程。',
      [{ name: '供水监测信息化工程', lead: [], participants: ['水利部', '环保部', '卫生部'] }],
    ],
    [
      '建设市级数据平台。牵头单位：{L:市教育局}；配合单位：{L:市财政局}、{L:市科技局}。',
      [{ name: '建设市级数据平台', lead: ['市教育局'], participants: ['市财政局', '市科技局'] }],
    ],
    [
      '（一）完善应急物资标准。（{M:应急管理部}牵头，{M:财政部}、{M:商务部}等按职责分工负责）',
      [{ name: '完善应急物资标准', lead: ['应急管理部'], participants: ['财政部', '商务部'] }],
    ],
    [
      '推进数据共享。（{M:体育总局}、{M:教育部}负责）',
      [{ name: '推进数据共享', lead: ['体育总局', '教育部'], participants: [] }],
    ],
    [
      '推进数据共享。（{M:体育总局}、{M:教育部}负责，列第一位者为牵头单位，下同）',
      [{ name: '推进数据共享', lead: ['体育总局'], participants: ['教育部'] }],
    ],
    [
      '{M:司法部}要会同{M:民政部}、{M:公安部}等12个部门开展证照清理。',
      [{ name: '开展证照清理', lead: ['司法部'], participants: ['民政部', '公安部'] }],
    ],
    [
      '水网监测工程由{M:水利部}会同有关部门实施。',
      [{ name: '水网监测工程', lead: ['水利部'], participants: [] }],
    ],
    [
      '校舍改造行动由{L:市教育局}负责，{L:市财政局}、{L:市住建局}、各区政府配合。',
      [{ name: '校舍改造行动', lead: ['市教育局'], participants: ['市财政局', '市住建局'] }],
    ],
    [
      '完善台账。\n牵头单位：{L:省水利厅}\n配合单位：{L:省财政厅}、{L:省林业局}',
      [{ name: '完善台账', lead: ['省水利厅'], participants: ['省财政厅', '省林业局'] }],
    ],
    [
      '责任部门：{M:住房城乡建设部}（牵头）、{M:自然资源部}。',
      [
        {
          name: '住房城乡建设部（牵头）、自然资源部',
          lead: ['住房城乡建设部'],
          participants: ['自然资源部'],
        },
      ],
    ],
    [
      '{M:商务部}、{M:财政部}等9部门共同推进县域商业体系建设行动。',
      [{ name: '推进县域商业体系建设行动', lead: [], participants: ['商务部', '财政部'] }],
    ],
    [
      '这项改革由{M:司法部}牵头抓总，{M:公安部}、{M:民政部}具体落实。',
      [{ name: '这项改革', lead: ['司法部'], participants: ['公安部', '民政部'] }],
    ],
    [
      '{M:生态环境部}（MEE）负责监管，{M:能源局}（NEA）、{M:证监会}参与机制设计。',
      [{ name: '生态环境部（MEE）负责监管', lead: ['生态环境部'], participants: ['能源局', '证监会'] }],
    ],
    [
      '节水改造行动由{M:水利部}、{M:环保部}负责，年底完成。',
      [{ name: '节水改造行动', lead: ['水利部', '环保部'], participants: [] }],
    ],
    [
      '{M:水利部}已经更名，本月会同{M:财政部}开展水价改革试点。',
      [{ name: '开展水价改革试点', lead: ['水利部'], participants: ['财政部'] }],
    ],
    [
      '{M:交通部}同{M:公安部}联合部署专项整治行动。',
      [{ name: '部署专项整治行动', lead: ['交通部'], participants: ['公安部'] }],
    ],
    [
      '防汛演练由{M:水利部}总牵头，{M:公安部}为参与部门。',
      [{ name: '防汛演练', lead: ['水利部'], participants: ['公安部'] }],
    ],
    [
      '整治工作由{M:水利部}担任总召集人单位，{M:公安部}、{M:民政部}为成员单位。',
      [{ name: '整治工作', lead: ['水利部'], participants: ['公安部', '民政部'] }],
    ],
    [
      '防汛联席会议由{M:水利部}、{M:公安部}、{M:民政部}等12个部门组成，{M:水利部}为牵头单位。',
      [{ name: '防汛联席会议', lead: ['水利部'], participants: ['公安部', '民政部'] }],
    ],
    [
      '协调{L:省军区}、{L:省武警总队}，{L:省卫生厅}会同{L:省公安厅}开展检查行动。',
      [{ name: '开展检查行动', lead: ['省卫生厅'], participants: ['省公安厅'] }],
    ],
    [
      '保障校园安全。责任单位：{L:市卫健委}、{L:市应急局}。',
      [{ name: '保障校园安全', lead: ['市卫健委', '市应急局'], participants: [] }],
    ],
    [
      '防汛演练由{L:省教育厅}牵头负责，{L:省财政厅}、{L:省人社厅}等单位密切配合。',
      [{ name: '防汛演练', lead: ['省教育厅'], participants: ['省财政厅', '省人社厅'] }],
    ],
    [
      '防汛演练由{M:民政部}主抓，{M:财政部}、{M:水利部}协同推进。',
      [{ name: '防汛演练', lead: ['民政部'], participants: ['财政部', '水利部'] }],
    ],
    ['办法由{M:国务院}财政部门会同{M:国务院}交通主管部门制定。', []],
    ['调查组由{M:水利部}、{M:公安部}的专家组成。', []],
    ['经商{M:水利部}、{M:环保部}，现通知如下。', []],
    ['{M:水利部}、{M:环保部}联合印发规划。', []],
    ['{M:水利部}、{M:环保部}支持地方发展。', []],
    ['{M:水利部}负责同志出席会议。', []],
    ['{M:水利部}、{M:环保部}发布公告。', []],
    ['{M:水利部}参加了会议。', []],
  ])('%s', (written, expected) => {
    expect(relationsOf(written).projects.map(({ name, ...rest }) => ({ name, ...rest }))).toEqual(expected);
  });
});

describe('memberships', () => {
  test.each([
    [
      '{P:北京市}、{P:山东省}等12个地区被确定为全国首批数据开放试点地区。',
      [{ scheme: '全国首批数据开放试点地区', members: ['北京市', '山东省'] }],
    ],
    ['首批试点城市包括{C:大连市}、{C:青岛市}。', [{ scheme: '首批试点城市', members: ['大连市', '青岛市'] }]],
    [
      '在{P:北京}、{P:上海}开展了跨境数据评估试点。',
      [{ scheme: '跨境数据评估试点', members: ['北京', '上海'] }],
    ],
    [
      '推进增值税改革，选择{P:上海}、{P:江苏}等地开展试点。',
      [{ scheme: '增值税改革', members: ['上海', '江苏'] }],
    ],
    ['以{P:浙江}、{P:福建}为试点，推进排污权交易。', [{ scheme: '排污权交易', members: ['浙江', '福建'] }]],
    [
      '确定{P:河北省}{C:唐山市}、{P:山东省}{C:淄博市}为第二批低碳试点。',
      [{ scheme: '第二批低碳试点', members: ['唐山市', '淄博市'] }],
    ],
    [
      '现将首批智慧旅游试点名单公布如下：\n{P:河北省}：{C:唐山市}、{C:邯郸市}。\n{P:山东省}：{C:淄博市}。\n特此通知，请认真组织实施。',
      [{ scheme: '首批智慧旅游试点', members: ['唐山市', '邯郸市', '淄博市'] }],
    ],
    ['{P:北京市}被列为全国综合试点。', [{ scheme: '全国综合试点', members: ['北京市'] }]],
    ['{G:长三角}、{G:京津冀}纳入首批改革试点。', [{ scheme: '首批改革试点', members: ['长三角', '京津冀'] }]],
    [
      '一、智慧养老示范基地\n{P:河北省}{C:唐山市}\n{P:山东省}{C:淄博市}\n二、有关要求\n认真组织实施。',
      [{ scheme: '智慧养老示范基地', members: ['唐山市', '淄博市'] }],
    ],
    [
      '决定在下列县（市、区）开展果园改造试点。\n{P:湖南省}：{X:武冈}、{X:隆回}\n{P:广东省}：{C:清远}的{X:连南}、{X:连山}\n请各地认真组织实施有关工作。',
      [{ scheme: '果园改造试点', members: ['武冈', '隆回', '连南', '连山'] }],
    ],
    [
      '在{P:山西}、{P:广西}{G:2个省（区）}开展巡诊试点。',
      [{ scheme: '巡诊试点', members: ['山西', '广西'] }],
    ],
    ['{P:山西}、{P:宁夏}尚无入选单位。', []],
    ['{P:湖北}、{P:广东}地方试点累计成交额逾80亿元。', []],
    ['{P:北京}、{P:上海}代表发言，介绍试点经验。', []],
    ['{P:北京市}的试点经验受到关注。', []],
    ['{P:北京市}和{P:山东省}签了协议。', []],
    ['试点工作启动。', []],
  ])('%s', (written, expected) => {
    expect(relationsOf(written).memberships).toEqual(expected);
  });
});
