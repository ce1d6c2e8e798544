import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { brat } from '../../../src/write/exports/brat.ts';
import { LAW_RUNS } from '../../arbitraries.ts';
import { codePoints, filesOf, hostileRecord, readable, recordWith } from './records.ts';

interface Standoff {
  /** By number: type, ranges in code points and the text on the line. */
  readonly spans: Map<string, { type: string; ranges: [number, number][]; text: string }>;
  readonly relations: { type: string; from: string; to: string }[];
  readonly notes: Map<string, string>;
}

/**
 * Reads a .ann file by the rules of brat's own parser (server/src/annotation.py): lines end wherever Python's
 * `splitlines` has it, ranges lie in the text and do not touch, and the text on a line is that of its ranges
 * with a space between.
 */
function readStandoff(ann: string, text: string): Standoff {
  const read: Standoff = { spans: new Map(), relations: [], notes: new Map() };
  for (const line of ann.split(/\r\n|[\n-\r\x1c-\x1e\x85\u2028\u2029]/).slice(0, -1)) {
    const [id, data, tail] = /^([TR#]\d+)\t([^\t]+)(?:\t(.*))?$/s.exec(line)?.slice(1) ?? [];
    if (id === undefined) throw new Error(`no line of brat's: ${JSON.stringify(line)}`);
    if (id.startsWith('T')) {
      const space = data.indexOf(' ');
      const ranges = data
        .slice(space + 1)
        .split(';')
        .map((range) => range.split(' ').map(Number) as [number, number]);
      const length = [...text].length;
      for (const [i, [start, end]] of ranges.entries()) {
        expect(start).toBeLessThan(end);
        expect(end).toBeLessThanOrEqual(length);
        if (i > 0) expect(start).toBeGreaterThan(ranges[i - 1][1]);
      }
      expect(tail).toBe(ranges.map(([start, end]) => codePoints(text, start, end)).join(' '));
      expect(tail.trim()).not.toBe('');
      expect(read.spans.has(id)).toBe(false);
      read.spans.set(id, { type: data.slice(0, space), ranges, text: tail });
    } else if (id.startsWith('#')) {
      const [, target] = /^AnnotatorNotes (T\d+)$/.exec(data) ?? [];
      expect(read.spans.has(target)).toBe(true);
      read.notes.set(target, tail);
    } else {
      const [, type, from, to] = /^(\S+) Arg1:(T\d+) Arg2:(T\d+)$/.exec(data) ?? [];
      expect(read.spans.has(from) && read.spans.has(to)).toBe(true);
      read.relations.push({ type, from, to });
    }
  }
  return read;
}

const read = (record: Parameters<typeof filesOf>[1]) => {
  const files = filesOf(brat, record);
  return { text: files['x/doc.txt'], ...readStandoff(files['x/doc.ann'], files['x/doc.txt']) };
};

test('hostile records read back by the rules of its parser', () => {
  fc.assert(
    fc.property(hostileRecord, (record) => {
      const { text, spans } = read(record);
      expect(text).toBe(readable(record.text));
      const visible = record.entities.filter((entity) => /[^\s\x1c-\x1f\x85]/.test(entity.text));
      expect(spans.size).toBe(visible.length);
    }),
    { numRuns: LAW_RUNS },
  );
});

describe('an entity over line breaks', () => {
  test.each([
    ['教育\n部', ['教育', '部']],
    ['教\r\n育\n\n部', ['教', '育', '部']],
    ['教\u2028育', ['教', '育']],
    ['教\n', ['教']],
    ['教育部', ['教育部']],
    ['教 育\t部', ['教 育\t部']],
  ])('%j is the pieces %j', (text, pieces) => {
    const { spans, text: written } = read(recordWith(`𠮷${text}。`, [{ start: 2, end: 2 + text.length }]));
    expect(spans.get('T1')?.ranges.map(([start, end]) => codePoints(written, start, end))).toEqual(pieces);
  });

  test('and of nothing else is left out, with its relations', () => {
    const places = [
      { start: 0, end: 1 },
      { start: 1, end: 2 },
    ];
    const { spans, relations } = read(recordWith('好\n。', places));
    expect([...spans.keys()]).toEqual(['T1']);
    expect(relations).toEqual([]);
  });
});

test('relations and notes point to entities, and the configuration knows every type', () => {
  const text = '一二三四五六七八九十百千万亿兆京';
  const places = Array.from(text, (_, start) => ({ start, end: start + 1 }));
  const { spans, relations, notes } = read(recordWith(text, places));
  const configuration = brat.heads?.[0].text ?? '';
  const section = (name: string) => configuration.split(`[${name}]\n`)[1].split('\n\n')[0].split('\n');
  for (const { type } of spans.values()) expect(section('entities')).toContain(type);
  expect(spans.size).toBe(places.length);
  expect(relations.map(({ type }) => type)).toEqual(['metric-region', 'metric-organ']);
  for (const { type } of relations) {
    expect(section('relations').map((line) => line.split('\t')[0])).toContain(type);
  }
  expect(section('relations')[0]).toBe('<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>');
  expect(notes.get('T1')).toBe('220000');
  expect(notes.get('T6')).toBe('m "1" <&>');
});
