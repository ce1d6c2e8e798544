import fc from 'fast-check';
import { unified } from 'unified';
import { VFile } from 'vfile';
import { describe, expect, it } from 'vitest';
import { type ConvertOptions, convert } from '../../src/convert/convert.ts';
import { parse } from '../../src/parse/index.ts';
import { hostileText, LAW_RUNS } from '../arbitraries.ts';
import { conversionCases } from './conversion-cases.ts';

export function run(text: string, options: ConvertOptions = {}) {
  const file = new VFile(text);
  const processor = unified().use(parse).use(convert, options);
  processor.runSync(processor.parse(file), file);
  const state = file.data.guiyi as NonNullable<typeof file.data.guiyi>;
  return { ...state, text: state.alignment.text };
}

describe('convert', () => {
  it.each([
    ['Traditional text', '國務院關於印發規劃的通知', '国务院关于印发规划的通知', 'Hant'],
    ['half-converted text', '關于印發范圍的通知', '关于印发范围的通知', 'Hant'],
    ['Simplified text', '国务院关于印发规划的通知', '国务院关于印发规划的通知', 'Hans'],
    ['Simplified text with names', '乾隆年间，皇后在公里之外', '乾隆年间，皇后在公里之外', 'Hans'],
    [
      'a Traditional character in Simplified text',
      '电子政务平臺和云计算平台建设',
      '电子政务平台和云计算平台建设',
      'Hans',
    ],
    ['no Chinese', 'plain text, 2013', 'plain text, 2013', 'Undetermined'],
  ])('%s', (_name, before, after, detected) => {
    const { text, script } = run(before);
    expect(text).toBe(after);
    expect(script?.detected).toBe(detected);
  });

  describe.each(Object.entries(conversionCases))('%s', (_name, cases) => {
    it.each(cases)('%s → %s', (before, after) => {
      const { text } = run(before);
      expect(text).toBe(after);
      expect(run(text).text).toBe(text);
    });
  });

  it('leaves text alone when told to', () => {
    expect(run('國務院關於印發', { script: 'keep' }).text).toBe('國務院關於印發');
  });

  it('is linear in a long line and in many passages', () => {
    expect(run('國務院'.repeat(300_000)).text).toBe('国务院'.repeat(300_000));
    expect(run('國務院看著。国务院看着。'.repeat(50_000)).text).toBe('国务院看着。'.repeat(100_000));
  });

  it('is reversible, and converting twice is converting once', () => {
    fc.assert(
      fc.property(hostileText(), (source) => {
        const { alignment, text } = run(source);
        expect(alignment.revert()).toBe(source);
        expect(run(text).text).toBe(text);
      }),
      { numRuns: LAW_RUNS },
    );
  });
});
