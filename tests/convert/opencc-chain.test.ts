import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { Converter } from 'opencc-js/t2cn';
import { describe, expect, it, test } from 'vitest';
import { type Edit, Layer } from '../../src/alignment/index.ts';
import { type ChainName, OpenccChain } from '../../src/convert/opencc-chain.ts';

const origins = { t2s: 't', tw2s: 'tw', tw2sp: 'twp', hk2s: 'hk', hk2sp: 'hkp' } as const;
const suites = new URL('../../../shared/suites/', import.meta.url);

function replay(chain: OpenccChain, text: string): Layer {
  const edits: Edit[] = [];
  chain.replay(text, 0, text.length, edits);
  return new Layer('convert', text, edits);
}

describe('OpenCC chains as edits', () => {
  it('names the phrase, and leaves what it does not change outside the edits', () => {
    const layer = replay(new OpenccChain('t2s'), '憑藉乾隆年間的記載');
    expect(layer.after).toBe('凭借乾隆年间的记载');
    expect(
      layer.edits.map(({ from, to, insert, reason }) => [layer.before.slice(from, to), insert, reason]),
    ).toEqual([
      ['憑', '凭', '憑藉 → 凭借'],
      ['藉', '借', '憑藉 → 凭借'],
      ['間', '间', '乾隆年間 → 乾隆年间'],
      ['記', '记', undefined],
      ['載', '载', undefined],
    ]);
  });

  it('changes vocabulary under its own rule', () => {
    const layer = replay(new OpenccChain('tw2sp'), '這個軟體');
    expect(layer.after).toBe('这个软件');
    expect(layer.edits.map(({ rule }) => rule)).toEqual(['tw2s', 'tw2s', 'vocabulary']);
  });

  test.skipIf(!existsSync(suites)).each(Object.entries(origins))(
    '%s: the output of opencc-js',
    (name, from) => {
      const chain = new OpenccChain(name as ChainName);
      const converter = Converter({ from, to: 'cn' });
      const lines = suiteLines();
      expect(lines.length).toBeGreaterThan(20_000);
      for (const line of lines) {
        const layer = replay(chain, line);
        if (layer.after !== converter(line)) expect(layer.after, line).toBe(converter(line));
      }
    },
  );
});

/** Lines of the public suites, without compatibility ideographs: those are the clean step's work. */
function suiteLines(): string[] {
  const { cases } = JSON.parse(readFileSync(new URL('opencc/testcases.json', suites), 'utf8')) as {
    cases: { input: string }[];
  };
  const files = ['sighan/as_test.utf8', 'sighan/msr_test.utf8'];
  for (const file of readdirSync(new URL('opencc/', suites)))
    if (file.endsWith('.txt')) files.push(`opencc/${file}`);
  const texts = files.map((file) => readFileSync(new URL(file, suites), 'utf8'));
  return [...cases.map(({ input }) => input), ...texts.flatMap((text) => text.split('\n'))].filter(
    (line) => !/[\uf900-\ufaff]/.test(line),
  );
}
