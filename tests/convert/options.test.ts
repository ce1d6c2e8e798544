import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { Alignment, type Edit } from '../../src/alignment/index.ts';
import { type ConvertOptions, conversionOf } from '../../src/convert/convert.ts';
import { Dictionaries } from '../../src/dictionary/index.ts';
import { normalize } from '../../src/normalize.ts';

const converted = (text: string, options: ConvertOptions = {}) =>
  Alignment.of(text).apply('convert', conversionOf(text, options).edits).text;

/** The edits as `before → after (rule: reason)`. */
const told = (text: string, edits: readonly Edit[]) =>
  edits.map(
    ({ from, to, insert, rule, reason }) => `${text.slice(from, to)} → ${insert} (${rule}: ${reason})`,
  );

describe('the script of a text', () => {
  it.each([
    ['國務院關於印發規劃的通知', 'Hant', undefined],
    ['我們在這裡說著為什麼', 'Hant', 'tw'],
    ['衞生署説明綫路', 'Hant', 'hk'],
    ['国务院关于印发规划的通知', 'Hans', undefined],
    ['国务院关于印发规划的通知。國務院關於印發規劃的通知。', 'Mixed', undefined],
    ['一二三', 'Undetermined', undefined],
    ['', 'Undetermined', undefined],
  ])('%s: %s, forms %s', (text, detected, forms) => {
    const { script } = conversionOf(text);
    expect(script.detected).toBe(detected);
    expect(script.forms).toBe(forms);
  });

  it('names the characters that told the forms', () => {
    expect(conversionOf('這裡和那裡').script.evidence).toContain('裡 2');
  });

  it('is told by passage: a Traditional quotation is converted, the Simplified text around it is not', () => {
    const text = '他写道：「乾燥的裏面，發現了范圍」，以后干部们在公里外的皇后像前慰藉着自己。';
    expect(converted(text)).toBe(
      '他写道：「干燥的里面，发现了范围」，以后干部们在公里外的皇后像前慰藉着自己。',
    );
  });
});

describe('options', () => {
  it('script: all of the text, or none', () => {
    expect(converted('著称于世', { script: 'hant' })).toBe('著称于世');
    expect(converted('看乾淨', { script: 'keep' })).toBe('看乾淨');
  });

  it('forms: a text that tells 着 from 著 keeps 著', () => {
    expect(converted('慰藉著我', { forms: 'hk' })).toBe('慰藉著我');
    expect(converted('慰藉著我', { forms: 'tw' })).toBe('慰藉着我');
    expect(converted('看著作', { forms: 'opencc' })).toBe('看著作');
  });

  it('vocabulary: off by default, on under its own rule', () => {
    const text = '資訊軟體';
    expect(converted(text)).toBe('资讯软体');
    const { edits } = conversionOf(text, { vocabulary: true });
    expect(told(text, edits)).toEqual([
      '資訊 → 信息 (vocabulary: 資訊 → 信息)',
      '軟體 → 软件 (vocabulary: 軟體 → 軟件)',
    ]);
  });

  it('rareCharacters: off by default, on under its own rule', () => {
    expect(converted('樠溪')).toBe('樠溪');
    const { edits } = conversionOf('樠溪發展', { rareCharacters: true });
    expect(edits[0]).toMatchObject({ from: 0, to: 1, insert: '𣗊', rule: 'rare-characters' });
  });
});

describe('reasons', () => {
  it.each([
    ['看著', '著 → 着 (contexts: contexts.tsv: 看著)'],
    ['反覆', '覆 → 复 (contexts: contexts.tsv: 反覆)'],
    ['他吵著', '著 → 着 (particle-zhe: nothing here makes it 著 as in 著作, so it is the particle)'],
    ['鉅乾', undefined],
  ])('%s: %s', (text, expected) => {
    expect(told(text, conversionOf(text).edits)[0]).toBe(expected);
  });

  it('a name keeps its character without an edit', () => {
    const text = '張乾學';
    expect(told(text, conversionOf(text).edits).map((one) => one.slice(0, 5))).toEqual([
      '張 → 张',
      '學 → 学',
    ]);
  });
});

describe("the user's lists", () => {
  const folder = mkdtempSync(join(tmpdir(), 'guiyi-lists-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, 'protected.tsv'), 'text\torigin\n平臺\tme\n乾淨\tme\n');
  writeFileSync(
    join(folder, 'custom.tsv'),
    'text\treplacement\torigin\n資訊\t信息\tme\n人工智慧\t人工智能\tme\n张三\t张三丰\tme\n',
  );
  const dictionaries = new Dictionaries([folder]);

  it.each([
    ['Traditional text', '這個平臺很乾淨，資訊發達', '这个平臺很乾淨，信息发达'],
    ['Simplified text', '这个平臺很乾淨，资讯发达', '这个平臺很乾淨，资讯发达'],
    ['a row that its own result holds', '张三和张三丰', '张三丰和张三丰'],
    ['no row', '電腦', '电脑'],
  ])('%s', (_name, before, after) => {
    expect(converted(before, { dictionaries })).toBe(after);
    expect(converted(after, { dictionaries })).toBe(after);
  });

  it('are named with their row, and win over every option', () => {
    const text = '資訊與平臺';
    const { edits } = conversionOf(text, { dictionaries, script: 'hant', vocabulary: true });
    expect(told(text, edits)).toEqual([
      '資訊 → 信息 (custom: custom.tsv: 資訊 → 信息)',
      '與 → 与 (tw2s: undefined)',
    ]);
    expect(conversionOf(text, { dictionaries, script: 'keep' }).edits).toHaveLength(1);
  });

  it('say which row kept a text that would have changed', () => {
    const { text, messages } = normalize('這個平臺很好。', { dictionaries: folder });
    expect(text).toBe('这个平臺很好。');
    expect(messages.map(({ rule, reason }) => [rule, reason])).toEqual([
      ['protected', 'protected.tsv: 平臺 stays as it is'],
    ]);
  });
});
