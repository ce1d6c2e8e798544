import { describe, expect, test } from 'vitest';
import { Alignment, type Edit, resolve, textSpan } from '../../src/alignment/index.ts';

/**
 * The notation of these cases: `[before>after]` marks an edit, everything else is untouched.
 * `國[務院>务院]` is the source `國務院` and the text `國务院`.
 */
function parse(notation: string): { source: string; edits: Edit[] } {
  let source = '';
  const edits: Edit[] = [];
  for (const part of notation.split(/(\[[^\]]*\])/)) {
    const match = /^\[(.*)>(.*)\]$/.exec(part);
    if (match === null) {
      source += part;
      continue;
    }
    edits.push({
      from: source.length,
      to: source.length + match[1].length,
      insert: match[2],
      rule: 'case',
      confidence: 1,
    });
    source += match[1];
  }
  return { source, edits };
}

const sourceOf = (alignment: Alignment, part: string): string => {
  const start = alignment.text.indexOf(part);
  const { start: from, end: to } = alignment.toSource(textSpan(start, start + part.length));
  return alignment.source.slice(from, to);
};

describe('where a part of the text came from', () => {
  test.each([
    ['[國>国]家', '国', '國'],
    ['[國>国]家', '家', '家'],
    ['[国>国。]家', '。', '国'],
    ['[国>国。]家', '。家', '国家'],
    ['国[ >]家', '国家', '国 家'],
    ['国[ >]家', '家', '家'],
    ['国[ >]家', '国', '国'],
    ['[發布>公布]了', '布', '發布'],
    ['[𠮷>吉]祥', '祥', '祥'],
  ])('%s: %s came from %s', (notation, part, expected) => {
    const { source, edits } = parse(notation);
    expect(sourceOf(Alignment.of(source).apply('case', edits), part)).toBe(expected);
  });
});

describe('layers', () => {
  test('keep who did what, and compose to one difference with both causes', () => {
    const alignment = Alignment.of('發布.')
      .apply('convert', [{ from: 0, to: 1, insert: '发', rule: 't2s', confidence: 1 }])
      .apply('repair', [{ from: 1, to: 3, insert: '布《□》。', rule: 'restore-lacuna', confidence: 0.8 }]);
    expect(alignment.text).toBe('发布《□》。');
    expect(
      alignment.composed().map(({ before, after, causes }) => [before, after, causes.map((c) => c.rule)]),
    ).toEqual([
      ['發', '发', ['t2s']],
      ['布.', '布《□》。', ['restore-lacuna']],
    ]);
  });

  test('causes stand in the order of the steps, wherever they begin', () => {
    const alignment = Alignment.of('一二三')
      .apply('first', [{ from: 1, to: 2, insert: '贰', rule: 'a', confidence: 1 }])
      .apply('second', [{ from: 0, to: 3, insert: '数', rule: 'b', confidence: 1 }]);
    expect(alignment.composed().map(({ causes }) => causes.map(({ stage }) => stage))).toEqual([
      ['first', 'second'],
    ]);
  });

  test('a change that a later step undoes is no difference', () => {
    const alignment = Alignment.of('于是')
      .apply('one', [{ from: 0, to: 1, insert: '於', rule: 'a', confidence: 1 }])
      .apply('two', [{ from: 0, to: 1, insert: '于', rule: 'b', confidence: 1 }]);
    expect(alignment.composed()).toEqual([]);
  });

  test('no edits add no layer', () => {
    const alignment = Alignment.of('好');
    expect(alignment.apply('clean', [])).toBe(alignment);
  });

  test('the empty text is the one place where an insertion has no neighbour', () => {
    const alignment = Alignment.of('').apply('repair', [
      { from: 0, to: 0, insert: '□', rule: 'case', confidence: 1 },
    ]);
    expect(alignment.text).toBe('□');
    expect(alignment.revert()).toBe('');
  });
});

describe('edits that must be refused', () => {
  const edit = (from: number, to: number): Edit => ({
    from,
    to,
    insert: 'x',
    rule: 'bad-rule',
    confidence: 1,
  });
  test.each([
    ['zero-width', '好', [edit(1, 1)], /zero-width/],
    ['outside the text', '好', [edit(0, 2)], /outside/],
    ['backwards', '好好', [edit(2, 1)], /ends before/],
    ['overlapping', '好好好', [edit(0, 2), edit(1, 3)], /overlaps/],
    ['out of order', '好好好', [edit(2, 3), edit(0, 1)], /out of order/],
    ['half a pair', '𠮷', [edit(0, 1)], /surrogate pair/],
    ['not a number', '好', [edit(Number.NaN, 1)], /outside/],
  ])('%s', (_, text, edits, message) => {
    expect(() => Alignment.of(text).apply('case', edits)).toThrow(message);
    expect(() => Alignment.of(text).apply('case', edits)).toThrow(/bad-rule/);
  });
});

describe('the resolver', () => {
  const edit = (from: number, to: number, insert: string, priority = 0): Edit => ({
    from,
    to,
    insert,
    rule: insert,
    confidence: 1,
    priority,
  });
  test.each([
    ['priority beats length', [edit(0, 4, 'long'), edit(1, 2, 'urgent', 1)], ['urgent']],
    ['length beats position', [edit(0, 2, 'first'), edit(1, 4, 'longer')], ['longer']],
    ['position decides last', [edit(1, 3, 'second'), edit(0, 2, 'first')], ['first']],
    ['neighbours both win', [edit(2, 4, 'b'), edit(0, 2, 'a')], ['a', 'b']],
  ])('%s', (_, edits, expected) => {
    expect(resolve(edits).winners.map((winner) => winner.insert)).toEqual(expected);
  });

  test('says to whom a loser lost', () => {
    const { losers } = resolve([edit(0, 4, 'long'), edit(1, 2, 'short')]);
    expect(losers.map(({ edit: lost, to }) => [lost.insert, to.insert])).toEqual([['short', 'long']]);
  });
});
