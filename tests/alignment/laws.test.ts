import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  Alignment,
  CodePoints,
  contains,
  type Edit,
  resolve,
  sourceSpan,
  textSpan,
} from '../../src/alignment/index.ts';
import { alignment, editsFor, hostileText, LAW_RUNS, rangeWithin } from '../arbitraries.ts';

/** Checks a law on {@link LAW_RUNS} generated cases. */
const law = <T>(name: string, arbitrary: fc.Arbitrary<T>, check: (value: T) => void) =>
  test(name, { timeout: 300_000 }, () => {
    fc.assert(fc.property(arbitrary, check), { numRuns: LAW_RUNS });
  });

const withTextSpans = (count: number) =>
  alignment.chain((a) =>
    fc.tuple(fc.constant(a), fc.array(rangeWithin(a.text.length), { minLength: count, maxLength: count })),
  );

describe('an alignment', () => {
  law('reverts to its source', alignment, (a) => {
    expect(a.revert()).toBe(a.source);
  });

  law('survives JSON', alignment, (a) => {
    const back = Alignment.fromJSON(JSON.parse(JSON.stringify(a)));
    expect(back.source).toBe(a.source);
    expect(back.text).toBe(a.text);
    expect(back.composed()).toEqual(a.composed());
  });

  law('maps a non-empty text span to a non-empty source span', withTextSpans(1), ([a, [range]]) => {
    if (a.text.length === 0) return;
    const source = a.toSource(textSpan(range.start, range.end));
    expect(source.end).toBeGreaterThan(source.start);
    expect(source.end).toBeLessThanOrEqual(a.source.length);
  });

  law('keeps inclusion', withTextSpans(2), ([a, [x, y]]) => {
    if (a.text.length === 0) return;
    const outer = textSpan(Math.min(x.start, y.start), Math.max(x.end, y.end));
    expect(contains(a.toSource(outer), a.toSource(textSpan(x.start, x.end)))).toBe(true);
  });

  law('keeps order', withTextSpans(2), ([a, [x, y]]) => {
    if (a.text.length === 0) return;
    const [first, second] = x.start <= y.start && x.end <= y.end ? [x, y] : [y, x];
    if (!(first.start <= second.start && first.end <= second.end)) return;
    const one = a.toSource(textSpan(first.start, first.end));
    const two = a.toSource(textSpan(second.start, second.end));
    expect(one.start).toBeLessThanOrEqual(two.start);
    expect(one.end).toBeLessThanOrEqual(two.end);
  });

  law('there and back covers the span', withTextSpans(1), ([a, [range]]) => {
    const span = textSpan(range.start, range.end);
    expect(contains(a.toText(a.toSource(span)), span)).toBe(true);
  });

  law('an untouched span is equal text', withTextSpans(1), ([a, [range]]) => {
    // One layer is enough: a span untouched by all layers is untouched by each.
    const [layer, ...more] = a.layers;
    if (layer === undefined || more.length > 0) return;
    const touched = layer.edits.some((_, index) => {
      const { start, end } = layer.afterRange(index);
      return start < range.end && range.start < Math.max(end, start + 1);
    });
    if (touched) return;
    const source = a.toSource(textSpan(range.start, range.end));
    expect(a.source.slice(source.start, source.end)).toBe(a.text.slice(range.start, range.end));
  });

  law('maps columns as it maps spans', alignment, (a) => {
    const starts = Uint32Array.from({ length: a.text.length }, (_, i) => i);
    const ends = starts.map((start) => start + 1);
    const columns = a.toSourceColumns(starts, ends);
    for (let i = 0; i < starts.length; i++) {
      const one = a.toSource(textSpan(starts[i], ends[i]));
      expect([columns.starts[i], columns.ends[i]]).toEqual([one.start, one.end]);
    }
  });

  law(
    'maps source spans with inclusion too',
    alignment.chain((a) =>
      fc.tuple(fc.constant(a), rangeWithin(a.source.length), rangeWithin(a.source.length)),
    ),
    ([a, x, y]) => {
      const outer = sourceSpan(Math.min(x.start, y.start), Math.max(x.end, y.end));
      expect(contains(a.toText(outer), a.toText(sourceSpan(x.start, x.end)))).toBe(true);
    },
  );
});

describe('the composed edits', () => {
  law('are ordered and disjoint on both sides, and each is a difference', alignment, (a) => {
    let text = 0;
    let source = 0;
    for (const edit of a.composed()) {
      expect(edit.span.start).toBeGreaterThanOrEqual(text);
      expect(edit.source.start).toBeGreaterThanOrEqual(source);
      expect(edit.before).toBe(a.source.slice(edit.source.start, edit.source.end));
      expect(edit.after).toBe(a.text.slice(edit.span.start, edit.span.end));
      expect(edit.before).not.toBe(edit.after);
      expect(edit.causes.length).toBeGreaterThan(0);
      text = edit.span.end;
      source = edit.source.end;
    }
  });

  law('undo to the source, and text outside them is the same on both sides', alignment, (a) => {
    let undone = '';
    let text = 0;
    let source = 0;
    for (const edit of a.composed()) {
      const untouched = a.text.slice(text, edit.span.start);
      expect(untouched).toBe(a.source.slice(source, edit.source.start));
      undone += untouched + edit.before;
      text = edit.span.end;
      source = edit.source.end;
    }
    expect(a.text.slice(text)).toBe(a.source.slice(source));
    expect(undone + a.text.slice(text)).toBe(a.source);
  });
});

describe('the resolver', () => {
  const rivals = hostileText().chain((text) =>
    fc.tuple(
      fc.constant(text),
      fc.array(editsFor(text), { maxLength: 3 }).map((lists) => lists.flat()),
      fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 40, maxLength: 40 }),
    ),
  );
  const ranked = rivals.map(([text, edits, priorities]) => ({
    text,
    edits: edits.map((edit, i): Edit => ({ ...edit, priority: priorities[i % priorities.length] })),
  }));

  law('gives edits that can be applied, and loses none without a winner', ranked, ({ text, edits }) => {
    const { winners, losers } = resolve(edits);
    expect(() => Alignment.of(text).apply('stage', winners)).not.toThrow();
    for (const { edit, to } of losers) {
      expect(edit.from < to.to && to.from < edit.to).toBe(true);
      expect(edit.priority ?? 0).toBeLessThanOrEqual(to.priority ?? 0);
    }
  });

  law('does not depend on the order in which edits were made', ranked, ({ text, edits }) => {
    const forward = Alignment.of(text).apply('stage', resolve(edits).winners).text;
    const backward = Alignment.of(text).apply('stage', resolve([...edits].reverse()).winners).text;
    expect(backward).toBe(forward);
  });
});

describe('code points', () => {
  law('count as iterating the string does', hostileText(), (text) => {
    const points = new CodePoints(text);
    for (let at = 0; at <= text.length; at++) {
      if (
        at > 0 &&
        at < text.length &&
        /^[\udc00-\udfff]/.test(text[at]) &&
        /[\ud800-\udbff]$/.test(text[at - 1])
      )
        continue;
      expect(points.fromUtf16(at)).toBe([...text.slice(0, at)].length);
    }
  });
});
