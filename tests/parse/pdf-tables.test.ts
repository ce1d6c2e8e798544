import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Grid, gridsOf } from '../../src/parse/pdf/grid.ts';
import { parsePdf } from '../../src/parse/pdf/index.ts';
import type { Placed } from '../../src/parse/pdf/page-lines.ts';
import { withRuledRows } from '../../src/parse/pdf/ruled-tables.ts';
import { LAW_RUNS } from '../arbitraries.ts';
import { gridLines, type PdfLine, type PdfText, pdfFile } from './pdf-file.ts';

const read = async (texts: readonly PdfText[], drawn: string | readonly PdfLine[]) => {
  const { text } = await parsePdf(pdfFile([texts], 'to-unicode', [drawn]), 'a.pdf');
  return text.split('\n');
};

const before: PdfText = [72, 720, '现将各地完成情况公布如下。'];
const xs = [72, 202, 332, 462];
const ys = [700, 670, 640, 610];
/** A text in a cell of the table between xs and ys; lines below each other. */
const cell = (row: number, column: number, ...lines: string[]): PdfText[] =>
  lines.map((text, i) => [xs[column] + 5, ys[row] - 14 - i * 13, text, 10]);

const rows: PdfText[] = [
  before,
  ...cell(0, 1, '2022年'),
  ...cell(0, 2, '2023年'),
  ...cell(1, 0, '覆盖率'),
  ...cell(1, 2, '81%'),
  ...cell(2, 0, '入学率'),
  ...cell(2, 1, '91%'),
  ...cell(2, 2, '95%'),
];
const asTable = ['现将各地完成情况公布如下。', '\t2022年\t2023年', '覆盖率\t\t81%', '入学率\t91%\t95%'];

describe('a table is read by its lines', () => {
  test('empty cells are told', async () => {
    expect(await read(rows, gridLines(xs, ys))).toEqual(asTable);
    expect(await read(rows, [])).toEqual([asTable[0], '2022年\t2023年', '覆盖率\t81%', asTable[3]]);
  });

  test.each<[string, string]>([
    [
      'boxes around cells',
      xs
        .slice(0, 3)
        .flatMap((x) => ys.slice(1).map((y) => `${x} ${y} 130 30 re S`))
        .join('\n'),
    ],
    [
      'thin boxes filled',
      [...xs.map((x) => `${x} 610 0.5 90 re f`), ...ys.map((y) => `72 ${y} 390 0.5 re f*`)].join('\n'),
    ],
    [
      'lines in other units, in a form of their own colour',
      `q 0.1 0 0 0.1 0 0 cm 1 0 0 RG\n${gridLines(xs, ys)
        .map((line) => line.map((n) => n * 10))
        .map(([x1, y1, x2, y2]) => `${x1} ${y1} m ${x2} ${y2} l S`)
        .join('\n')}\nQ`,
    ],
    [
      'dashes drawn one by one',
      gridLines(xs, ys)
        .flatMap(([x1, y1, x2, y2]) => {
          const count = Math.ceil(Math.max(x2 - x1, y2 - y1) / 8);
          const [dx, dy] = [Math.sign(x2 - x1), Math.sign(y2 - y1)];
          return Array.from({ length: count }, (_, i) => {
            const [x, y] = [x1 + dx * i * 8, y1 + dy * i * 8];
            return `${x} ${y} m ${x + dx * 6} ${y + dy * 6} l S`;
          });
        })
        .join('\n'),
    ],
    [
      'no lines at the sides',
      gridLines(xs, ys)
        .filter(([x1, , x2]) => x1 !== x2 || (x1 > 72 && x1 < 462))
        .map(([x1, y1, x2, y2]) => `${x1} ${y1} m ${x2} ${y2} l S`)
        .join('\n'),
    ],
  ])('%s', async (_, drawn) => {
    expect(await read(rows, drawn)).toEqual(asTable);
  });

  test('on a page that stands on its head', async () => {
    const turn = ([x, y, text, size = 12]: PdfText): PdfText => [595 - x, 842 - y, text, size, 180];
    const lines = gridLines(xs, ys).map(
      ([x1, y1, x2, y2]): PdfLine => [595 - x1, 842 - y1, 595 - x2, 842 - y2],
    );
    expect(await read(rows.map(turn), lines)).toEqual(asTable);
  });

  test('cells over several columns and rows', async () => {
    const drawn: PdfLine[] = [
      ...gridLines([72, 202, 462], ys).filter((line) => line[1] !== 670 || line[3] !== 670),
      [202, 670, 462, 670],
      [332, 610, 332, 670],
    ];
    const texts = [
      before,
      ...cell(0, 0, '地区'),
      ...cell(0, 1, '覆盖率'),
      ...cell(1, 1, '城镇'),
      ...cell(1, 2, '农村'),
      ...cell(2, 0, '甲市'),
      ...cell(2, 1, '81%'),
      ...cell(2, 2, '71%'),
    ];
    expect(await read(texts, drawn)).toEqual([
      before[2],
      '地区\t覆盖率',
      '地区\t城镇\t农村',
      '甲市\t81%\t71%',
    ]);
  });

  test('a cell’s lines are one text; lines that had had room on the one before keep apart', async () => {
    const high = [700, 670, 610, 550];
    const at = (row: number, column: number, ...lines: string[]): PdfText[] =>
      lines.map((text, i) => [xs[column] + 5, high[row] - 14 - i * 13, text, 10]);
    const texts = [
      before,
      ...at(0, 0, '任务名称', '和要求'),
      ...at(0, 1, '单位'),
      ...at(0, 2, '编号'),
      ...at(1, 0, '建设农村基础数据资源共', '享体系'),
      ...at(1, 1, '甲市', '乙市'),
      ...at(1, 2, '11', '12'),
      ...at(2, 0, 'use net-', 'works'),
      ...at(2, 1, '丙市'),
    ];
    expect((await read(texts, gridLines(xs, high))).slice(1)).toEqual([
      '任务名称和要求\t单位\t编号',
      '建设农村基础数据资源共享体系\t甲市 乙市\t11 12',
      'use networks\t丙市',
    ]);
  });

  test('paragraphs of a long cell are lines of their own', async () => {
    const wide = (text: string) => text + '字'.repeat(24 - text.length);
    const texts: PdfText[] = [
      before,
      ...['项目', '数字乡村'].map((text, i): PdfText => [77 + i * 130, 686, text, 10]),
      [77, 640, '内容', 10],
      ...[
        wide('一是建设'),
        '形成底图。',
        wide('二是推进'),
        wide('并且推广'),
        wide('直到完成'),
        '实现共享。',
      ].map((text, i): PdfText => [207, 656 - i * 13, text, 10]),
      [77, 566, '时限', 10],
      [207, 566, '2025年', 10],
    ];
    expect((await read(texts, gridLines([72, 202, 462], [700, 670, 580, 550]))).slice(1)).toEqual([
      '项目\t数字乡村',
      `内容\t${wide('一是建设')}形成底图。`,
      `${wide('二是推进')}${wide('并且推广')}${wide('直到完成')}实现共享。`,
      '时限\t2025年',
    ]);
  });

  test('rows that no lines part, by their figures', async () => {
    const texts = [
      before,
      ...cell(0, 0, '指标', '城镇化率', '高技术产业投资', '森林覆盖率'),
      ...cell(0, 1, '2022年', '65.2%'),
      [207, 647, '24.0%', 10] as PdfText,
      ...cell(0, 2, '2023年', '66.1%', '11.4%', '25.0%'),
    ];
    expect((await read(texts, gridLines(xs, [700, 640]))).slice(1)).toEqual([
      '指标\t2022年\t2023年',
      '城镇化率\t65.2%\t66.1%',
      '高技术产业投资\t\t11.4%',
      '森林覆盖率\t24.0%\t25.0%',
    ]);
  });

  test('text beside it, and columns around it, are read as ever', async () => {
    const column = (x: number, first: string): PdfText[] =>
      Array.from({ length: 12 }, (_, i) => [
        x,
        560 - i * 16,
        `${i === 0 ? first : '接着'}${'字'.repeat(16)}`,
        12,
      ]);
    const lines = await read([...rows, ...column(72, '左栏'), ...column(320, '右栏')], gridLines(xs, ys));
    expect(lines.slice(0, 4)).toEqual(asTable);
    expect(lines[4]).toMatch(/^左栏字.*右栏字/);
    expect(lines).toHaveLength(5);
  });
});

describe('no table', () => {
  test('a frame around words of a line', async () => {
    const drawn = gridLines([108, 120, 132, 144], [696, 710]);
    expect(
      await read(
        [
          [72, 700, '请填写'],
          [108, 700, '甲'],
          [120, 700, '乙'],
          [132, 700, '丙'],
          [144, 700, '等字。'],
        ],
        drawn,
      ),
    ).toEqual(['请填写甲乙丙等字。']);
  });

  test('a chart', async () => {
    const drawn = gridLines([100, 150, 200, 250, 300], [500, 550, 600, 650]);
    const texts: PdfText[] = [
      before,
      [110, 630, '高', 10],
      [220, 510, '低', 10],
      [72, 480, '0', 10],
      [290, 480, '1', 10],
    ];
    expect((await read(texts, drawn)).join('')).not.toMatch(/\t\t/);
  });

  test('text that goes over the lines', async () => {
    const texts: PdfText[] = [...rows, [80, 617, '这一行横着写过了三个格子的线还没有写完', 12]];
    expect(await read(texts, gridLines(xs, ys))).not.toContain('覆盖率\t\t81%');
  });
});

describe('what a page’s lines rule', () => {
  const horizontal = (across: number, from: number, to: number) => ({ across, from, to });
  const sizes = (grids: readonly Grid[]) =>
    grids.map(({ rows, columns, cells }) => [rows, columns, cells.length]);

  test('tables that do not touch are several; lines drawn twice are one', () => {
    const rulings = {
      horizontal: [0, 20, 40, 100, 101, 140].flatMap((y) => [horizontal(y, 0, 100)]),
      vertical: [
        ...[0, 50, 100].map((x) => horizontal(x, 0, 40)),
        ...[0, 30, 50, 100].map((x) => horizontal(x, 100, 140)),
      ],
    };
    expect(sizes(gridsOf(rulings))).toEqual([
      [2, 2, 4],
      [1, 3, 3],
    ]);
  });

  test('what no rectangles make up is none', () => {
    const horizontals = [0, 20, 40].map((y) => horizontal(y, 0, 100));
    const verticals = [0, 50, 100].map((x) => horizontal(x, 0, 40));
    const frame = {
      horizontal: [horizontals[0], horizontals[2], horizontal(20, 0, 50)],
      vertical: [verticals[0], verticals[2], horizontal(50, 0, 20)],
    };
    expect(gridsOf(frame)).toEqual([]);
  });

  const line = fc
    .record({
      across: fc.integer({ min: 0, max: 40 }),
      from: fc.integer({ min: 0, max: 40 }),
      length: fc.integer({ min: 4, max: 40 }),
    })
    .map(({ across, from, length }) => ({ across: across * 10, from: from * 10, to: (from + length) * 10 }));
  const piece = fc
    .record({
      text: fc.constantFrom('甲', '12%', '覆盖率 81%', '共 享', 'abc'),
      x: fc.integer({ min: 0, max: 400 }),
      y: fc.integer({ min: 0, max: 400 }),
      size: fc.integer({ min: 5, max: 20 }),
    })
    .map(({ text, x, y, size }): Placed => ({ text, left: x, right: x + text.length * size, y, size }));
  const charactersOf = (pieces: readonly Placed[]) =>
    pieces
      .flatMap(({ text, ruled }) => [text, ...(ruled ?? []).map((part) => part.text)])
      .join('')
      .replace(/\s+/g, '');

  test('cells fill their table and do not overlap; no character is lost', () => {
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 12 }),
        fc.array(line, { maxLength: 12 }),
        fc.array(piece, { maxLength: 30 }),
        (horizontal, vertical, pieces) => {
          const grids = gridsOf({ horizontal, vertical });
          for (const { rows, columns, cells } of grids)
            expect(cells.reduce((sum, cell) => sum + cell.rows * cell.columns, 0)).toBe(rows * columns);
          const placed = [...pieces].sort((p, q) => q.y - p.y || p.left - q.left);
          const left = [...charactersOf(withRuledRows(placed, grids))];
          for (const character of charactersOf(placed)) {
            const at = left.indexOf(character);
            expect(at).toBeGreaterThanOrEqual(0);
            left.splice(at, 1);
          }
        },
      ),
      { numRuns: LAW_RUNS },
    );
  });
});
