import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Alignment } from '../../src/alignment/index.ts';
import { defaultDictionaries } from '../../src/dictionary/index.ts';
import { BeginningFinder, type BeginningKind, type Starts } from '../../src/extract/beginnings.ts';
import { dateLexicon } from '../../src/extract/dates/date-lexicon.ts';
import { figureLexicon } from '../../src/extract/figures/index.ts';
import type { ExtractContext } from '../../src/extract/recognizer.ts';
import { beginningFinder, recognizers } from '../../src/extract/recognizers.ts';
import { LAW_RUNS } from '../arbitraries.ts';
import { sentencesOf, textsOf, wordsOf } from './read-entities.ts';

const nothing: Readonly<Record<BeginningKind, Starts>> = {
  divisions: {},
  regionGroups: {},
  abbreviations: {},
  organs: {},
  localOrgans: {},
  localEndings: {},
  documents: {},
  programmes: {},
  dates: {},
  figures: {},
};

/** What begins at the places that a finder gives for one kind: two characters each. */
function found(starts: Starts, text: string): string[] {
  const finder = new BeginningFinder({ ...nothing, dates: starts });
  return Array.from(finder.find(text).of('dates'), (at) => text.slice(at, at + 2));
}

const table = (characters: string) => {
  const units = new Uint8Array(65_536);
  for (const character of characters) units[character.charCodeAt(0)] = 1;
  return units;
};

describe('BeginningFinder', () => {
  test.each<[string, Starts, string, string[]]>([
    [
      'words by their first three characters',
      { words: ['财政部', '国务院'] },
      '在财政部门和国务会，国务院等',
      ['财政', '国务'],
    ],
    ['a word of two', { words: ['吉林'] }, '吉利、吉林省份', ['吉林']],
    ['a word of one', { words: ['省'] }, '全省各省份都', ['省各', '省份']],
    ['characters by themselves', { alone: table('京') }, '在京沪京一带', ['京沪', '京一']],
    [
      'firsts with seconds',
      { firsts: table('上下'), seconds: table('半旬') },
      '上海上半年下旬上升期',
      ['上半', '下旬'],
    ],
    ['nothing for one who looks for nothing', {}, '吉林省财政厅', []],
  ])('finds %s', (_, starts, text, expected) => {
    expect(found(starts, text)).toEqual(expected);
  });

  test('takes every first of the last two characters, as nothing more can be asked of them', () => {
    expect(found({ words: ['财政部'] }, '部财')).toEqual(['财']);
    expect(found({ words: ['财政部'] }, '')).toEqual([]);
  });

  test('lends its columns: the next text has its own places, and long ones have room', () => {
    const finder = new BeginningFinder({ ...nothing, dates: { words: ['吉林'] } });
    expect(finder.find('吉林吉林在').of('dates')).toEqual(Uint32Array.of(0, 2));
    expect(finder.find(`${'吉林'.repeat(100_000)}`).of('dates').length).toBe(100_000);
    expect(finder.find('在吉林省').of('dates')).toEqual(Uint32Array.of(1));
  });
});

/** Beginnings, ends and neighbours of all that is recognized. */
const pieces = textsOf(
  ...[
    '北京市',
    '海南州',
    '吉林',
    '和平',
    '新疆生产建设兵团',
    '省',
    '市',
    '县',
    '区',
    '京',
    '津',
    '冀',
    '东部地区',
  ],
  ...[
    '财政',
    '教育',
    '发改委',
    '经信委',
    '局',
    '厅',
    '委',
    '政府',
    '国务院',
    '水利部',
    '国家',
    '发展',
    '部门',
    '第十三届',
  ],
  ...[
    '《',
    '》',
    '（',
    '〔',
    '2013',
    '〕5号',
    '年',
    '5月',
    '上半年',
    '底',
    '十二五',
    '二〇一三',
    '工程',
    '计划',
    '规划',
  ],
  ...[
    '80',
    '%',
    '百分之',
    '八成',
    '两',
    '几',
    '十',
    '半',
    '一半',
    '万',
    '亿',
    '元',
    '个',
    '分',
    '人民币',
    '翻',
    '番',
    '过半',
  ],
  ...['、', '，', '。', '和', '的', '在', '各地', '等', '路', ' '],
);

describe('the beginnings that recognizers are given', () => {
  const dictionaries = defaultDictionaries();
  const finder = beginningFinder(dictionaries);
  const { starts: dateStarts } = dateLexicon(dictionaries);
  const { starts: figureStarts } = figureLexicon(dictionaries);

  test.each(recognizers.map((recognizer) => [recognizer.name, recognizer] as const))(
    '%s finds no more where it may look everywhere',
    (_, { find }) => {
      fc.assert(
        fc.property(pieces, (text) => {
          const beginnings = finder.find(text);
          const everywhere = Uint32Array.from({ length: text.length }, (_, at) => at);
          const where = (units: Uint8Array) => everywhere.filter((at) => units[text.charCodeAt(at)] !== 0);
          const all: Partial<Record<BeginningKind, Uint32Array>> = {
            divisions: everywhere,
            regionGroups: everywhere,
            organs: everywhere,
            localOrgans: everywhere,
            programmes: everywhere,
            dates: where(dateStarts),
            figures: where(figureStarts),
          };
          const given: ExtractContext = {
            text,
            alignment: Alignment.of(text),
            sentences: sentencesOf(text),
            tokens: wordsOf(text),
            year: 2013,
            month: undefined,
            source: undefined,
            dictionaries,
            beginnings,
            found: [],
          };
          // What the first recognizer finds: the places that organs and abbreviations go by.
          const context = { ...given, found: recognizers[0].find(given) };
          const there = find(context);
          expect(there).toEqual(
            find({ ...context, beginnings: { of: (kind) => all[kind] ?? beginnings.of(kind) } }),
          );
        }),
        { numRuns: Math.ceil(LAW_RUNS / 4) },
      );
    },
  );
});
