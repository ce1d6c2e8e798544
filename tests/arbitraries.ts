import fc from 'fast-check';
import { Alignment, type Edit, splitsPair } from '../src/alignment/index.ts';

/** How many cases a law is tried on: 10,000 in CI, fewer while working. `GUIYI_LAW_RUNS` overrules. */
export const LAW_RUNS = Number(process.env.GUIYI_LAW_RUNS ?? (process.env.CI ? 10_000 : 1_000));

/** One character or sequence of the kinds that break offset handling. */
const piece = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...'国务院关于印发规划的通知省市县年月日') },
  { weight: 4, arbitrary: fc.constantFrom(...'國務於發規劃這個說電腦範圍') },
  { weight: 3, arbitrary: fc.constantFrom(...'。，、；：？！.,%()（）《》“”\'" 　') },
  { weight: 2, arbitrary: fc.constantFrom(...'0123456789abcXYZ０９ＡｚＺ') },
  { weight: 2, arbitrary: fc.constantFrom('𠮷', '𡃁', '😀', '𪛖') },
  { weight: 1, arbitrary: fc.constantFrom('\r\n', '\n', '\r', '\t', '    ', '\u2028') },
  {
    weight: 1,
    arbitrary: fc.constantFrom('e\u0301', '葛\u{E0100}', '\u200b', '\ufeff', '\u3000', '⽂', '豈'),
  },
  { weight: 1, arbitrary: fc.constantFrom('\ud800', '\udc00', '\0') },
);

/** Text that mixes Han of both scripts, astral characters, line ends, combining marks and lone surrogates. */
export const hostileText = (maxPieces = 40): fc.Arbitrary<string> =>
  fc.array(piece, { maxLength: maxPieces }).map((pieces) => pieces.join(''));

/** Sorted, disjoint, valid edits for a text. */
export const editsFor = (text: string): fc.Arbitrary<Edit[]> =>
  fc
    .array(
      fc.record({
        gap: fc.nat(5),
        length: fc.integer({ min: 1, max: 4 }),
        insert: hostileText(3),
        rule: fc.constantFrom('rule-a', 'rule-b'),
        confidence: fc.constantFrom(0.5, 1),
      }),
      { maxLength: 12 },
    )
    .map((draft) => {
      const edits: Edit[] = [];
      let at = 0;
      for (const { gap, length, insert, rule, confidence } of draft) {
        let from = at + gap;
        if (splitsPair(text, from)) from++;
        let to = from + length;
        if (splitsPair(text, to)) to++;
        if (to > text.length) break;
        edits.push({ from, to, insert, rule, confidence });
        at = to;
      }
      return edits;
    });

/** An alignment of up to four layers over a hostile text. */
export const alignment: fc.Arbitrary<Alignment> = hostileText().chain((source) => {
  const grow = (current: Alignment, left: number): fc.Arbitrary<Alignment> =>
    left === 0
      ? fc.constant(current)
      : editsFor(current.text).chain((edits) => grow(current.apply(`stage-${left}`, edits), left - 1));
  return fc.nat(4).chain((layers) => grow(Alignment.of(source), layers));
});

/** A range [start, end) within `length`; never empty unless the length is 0. */
export const rangeWithin = (length: number): fc.Arbitrary<{ start: number; end: number }> =>
  length === 0
    ? fc.constant({ start: 0, end: 0 })
    : fc
        .nat(length - 1)
        .chain((start) => fc.integer({ min: start + 1, max: length }).map((end) => ({ start, end })));
