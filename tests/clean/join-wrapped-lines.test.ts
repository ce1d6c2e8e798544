import { unified } from 'unified';
import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { clean } from '../../src/clean/index.ts';
import { blocksOf } from '../../src/document/index.ts';
import { parse } from '../../src/parse/index.ts';

function run(text: string) {
  const file = new VFile(text);
  const processor = unified().use(parse).use(clean);
  const tree = processor.runSync(processor.parse(file), file);
  const { alignment } = file.data.guiyi!;
  return { alignment, text: alignment.text, kinds: blocksOf(tree).map(({ kind }) => kind) };
}

/** What, text before, text after. Where both are the same, nothing may be joined. */
const cases: readonly (readonly [what: string, before: string, after: string])[] = [
  [
    'lines of one width, paragraphs apart',
    '全市政务服务工作会议昨天召开，会议总结了去年的\n工作，部署了今年的任务，要求各部门进一步简化流\n程，压缩时限，让群众和企业办事更加方便。\n\n会后，与会人员参观了新建成的办事大厅，了解了综\n合窗口的运行情况，并就有关问题交换了意见。',
    '全市政务服务工作会议昨天召开，会议总结了去年的工作，部署了今年的任务，要求各部门进一步简化流程，压缩时限，让群众和企业办事更加方便。\n会后，与会人员参观了新建成的办事大厅，了解了综合窗口的运行情况，并就有关问题交换了意见。',
  ],
  [
    'a figure and a Latin word cut by the width',
    '截至去年底，全市接入统一平台的部门共有一百五十2\n0家，其中使用新版客户端系统的有一百家，接口按Re\nST风格设计，文档齐全，调用量逐月上升，运行稳定\n可靠，没有发生大的故障。',
    '截至去年底，全市接入统一平台的部门共有一百五十20家，其中使用新版客户端系统的有一百家，接口按ReST风格设计，文档齐全，调用量逐月上升，运行稳定可靠，没有发生大的故障。',
  ],
  [
    'paragraphs indented',
    '　　全市政务服务工作会议昨天召开，会议总结了去\n年的工作，部署了今年的任务，要求各部门进一步简\n化流程，压缩时限，让群众和企业办事更加方便。\n　　会后，与会人员参观了新建成的办事大厅，了解\n了综合窗口的运行情况，并就有关问题交换了意见。',
    '全市政务服务工作会议昨天召开，会议总结了去年的工作，部署了今年的任务，要求各部门进一步简化流程，压缩时限，让群众和企业办事更加方便。\n会后，与会人员参观了新建成的办事大厅，了解了综合窗口的运行情况，并就有关问题交换了意见。',
  ],
  ...(
    [
      [
        'paragraphs of a line each',
        '会议总结了去年的工作，部署了今年的任务，很成功。\n与会人员参观了新建成的办事大厅，听取了汇报。\n大家就有关问题交换了意见，达成了广泛的共识。\n会议要求各部门抓紧落实，确保按期完成任务。',
      ],
      [
        'verse',
        '朝辞白帝彩云间，千里江陵一日还。\n两岸猿声啼不住，轻舟已过万重山。\n故人西辞黄鹤楼，烟花三月下扬州。\n孤帆远影碧空尽，唯见长江天际流。',
      ],
      [
        'titles as long as each other',
        '关于进一步加强全市档案管理工作的通知\n关于认真做好今年汛期防汛工作的通知\n关于集中清理处置闲置土地资源的通知\n关于表彰年度先进集体和个人的决定书',
      ],
      [
        'addresses',
        '江城市人民政府办公室\n江城市滨江大道一百二十八号行政中心\n邮政编码：100000\n联系电话：12345678',
      ],
      [
        'rows of a table',
        '地区\t覆盖率\t得分\t名次\t比上年增减情况说明文字\n东川\t91.2%\t83分\t1\t比上年增加了两个百分点\n南溪\t88.0%\t80分\t2\t比上年增加了一个百分点\n西河\t85.5%\t77分\t3\t比上年减少了两个百分点',
      ],
      [
        'code',
        'function add(first, second) { return first; }\nfunction sub(first, second) { return first; }\nfunction mul(first, second) { return first; }\nfunction div(first, second) { return first; }',
      ],
      [
        'items',
        '一、总结去年的工作，部署今年的任务，要求各部门抓\n二、参观新建成的办事大厅，了解综合窗口的运行情况\n三、就有关问题交换意见，统一思想，明确下一步打算\n四、研究明年的工作，提出初步的设想，报请领导审定',
      ],
    ] as const
  ).map(([what, text]) => [what, text, text] as const),
];

describe('join-wrapped-lines', () => {
  test.each(cases)('%s', (_what, before, after) => {
    const { alignment, text } = run(before);
    expect(text).toBe(after);
    expect(alignment.revert()).toBe(before);
    expect(run(text).text).toBe(text);
  });

  test('a paragraph is one, whatever its first line looks like', () => {
    expect(run(cases[0][1]).kinds).toEqual(['paragraph', 'paragraph']);
  });
});
