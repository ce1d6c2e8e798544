import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { normalize } from '../../../src/index.ts';
import type { DocumentRecord } from '../../../src/record/index.ts';
import type { ExportFormat } from '../../../src/write/exports/format.ts';
import { type ExportName, exportFormats, exportRecords } from '../../../src/write/exports/index.ts';
import { contentOf, fresh } from '../../batch/output-folder.ts';

/** A record with entities behind an astral character, so that the units of positions differ. */
function recordOf(offsets: 'codepoint' | 'utf16', id = 'a/b.txt'): DocumentRecord {
  const record = normalize('𠮷林省教育部\n負責 "A&B" <x>。', { id, offsets, script: 'hant' });
  const place = (text: string, type: 'province' | 'ministry', ref: string) => {
    const at = record.text.indexOf(text);
    const units = (end: number) => (offsets === 'utf16' ? end : [...record.text.slice(0, end)].length);
    const span: [number, number] = [units(at), units(at + text.length)];
    const common = { text, span, source: span, confidence: 1, rule: 'x', name: text, ref };
    return type === 'province'
      ? { ...common, id: 'e1', type, form: 'full' as const }
      : { ...common, id: 'e2', type, kind: 'ministry' };
  };
  record.source.path = id;
  record.entities = [place('林省', 'province', '220000'), place('教育部', 'ministry', 'moe')];
  return record;
}

function exported(format: ExportName, offsets: 'codepoint' | 'utf16' = 'codepoint') {
  const folder = fresh();
  const records = [recordOf(offsets), recordOf(offsets, 'c.txt')];
  expect(exportRecords(records, exportFormats[format], folder)).toEqual({ records: 2, oversized: [] });
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  return { files, read: (name: string) => readFileSync(join(folder, name), 'utf8') };
}

const codePoints = (text: string, start: number, end: number) => [...text].slice(start, end).join('');

describe.each(['codepoint', 'utf16'] as const)('of records that count in %s', (offsets) => {
  test('label-studio counts UTF-16 units', () => {
    const tasks = JSON.parse(exported('label-studio', offsets).read('tasks.json'));
    expect(tasks).toHaveLength(2);
    for (const { value } of tasks[0].predictions[0].result) {
      expect(tasks[0].data.text.slice(value.start, value.end)).toBe(value.text);
    }
  });

  test('doccano counts code points', () => {
    const [first] = exported('doccano', offsets).read('doccano.jsonl').split('\n');
    const { text, label } = JSON.parse(first);
    expect(label.map(([start, end]: number[]) => codePoints(text, start, end))).toEqual(['林省', '教育部']);
  });

  test('brat has a text and its annotations for each document', () => {
    const { files, read } = exported('brat', offsets);
    expect(files).toEqual(['a', 'a/b.ann', 'a/b.txt', 'annotation.conf', 'c.ann', 'c.txt']);
    const text = read('a/b.txt');
    for (const line of read('a/b.ann').split('\n')) {
      const [, start, end, named] = /^T\d+\t\S+ (\d+) (\d+)\t(.*)$/.exec(line) ?? [];
      if (named !== undefined) expect(codePoints(text, Number(start), Number(end))).toBe(named);
    }
    expect(read('a/b.ann')).toContain('AnnotatorNotes T1\t220000');
  });

  test('web-annotation says the same by position and by quotation', () => {
    const { read } = exported('web-annotation', offsets);
    const text = read('a/b.txt');
    for (const { target } of JSON.parse(read('a/b.jsonld')).items) {
      const [position, quote] = target.selector;
      expect(codePoints(text, position.start, position.end)).toBe(quote.exact);
      expect(text).toContain(quote.prefix + quote.exact + quote.suffix);
    }
  });

  test('tei has the text, escaped, with entities in it', () => {
    const xml = exported('tei', offsets).read('a/b.xml');
    expect(xml).toContain('<placeName type="province" key="220000">林省</placeName>');
    expect(xml).toContain('<orgName type="ministry" key="moe">教育部</orgName>');
    expect(xml).toContain('A&amp;B');
    const text = xml.slice(xml.indexOf('<body>'), xml.indexOf('</body>')).replace(/<[^>]*>/g, '');
    expect(text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&').trim()).toBe(
      recordOf(offsets).text.trim(),
    );
  });
});

test('conll has a sentence for each of the text', () => {
  const file = exported('conll').read('corpus.conllu');
  expect(file.match(/^# newdoc id = /gm)).toHaveLength(2);
  expect(file.match(/^\d+\t/gm)).toHaveLength(2 * recordOf('codepoint').tokens.text.length);
});

test('csv has the tables of the database, quoted where a cell has quotes or line ends', () => {
  const { files, read } = exported('csv');
  expect(files).toContain('tokens.csv');
  expect(read('documents.csv')).toContain('""A&B""');
  expect(read('entities.csv').split('\r\n')).toHaveLength(1 + 4 + 1);
});

test('opensearch has an action before each document', () => {
  const { files, read } = exported('opensearch');
  expect(files).toEqual(['bulk-0001.ndjson', 'index.json']);
  const lines = read('bulk-0001.ndjson').trimEnd().split('\n');
  expect(lines.map((line) => Object.keys(JSON.parse(line))[0])).toEqual(['index', 'id', 'index', 'id']);
});

describe('parts', () => {
  /** A format whose pieces are ids. */
  const format = (bytes: number, limit: number): ExportFormat => ({
    parts: { bytes, limit },
    pieces: ({ id }) => [{ file: 'ids.txt', text: `${id}\n` }],
  });
  const record = recordOf('codepoint');
  const exportIds = (ids: string[], bytes: number, limit: number) => {
    const folder = fresh();
    const records = ids.map((id) => ({ ...record, id }));
    const summary = exportRecords(records, format(bytes, limit), folder);
    const parts = readdirSync(folder).sort();
    return { ...summary, parts: parts.map((part) => readFileSync(join(folder, part), 'utf8')) };
  };

  test.each([
    [['a', 'b', 'c'], 4, ['a\nb\n', 'c\n']],
    [['a', 'b'], 3, ['a\n', 'b\n']],
    // Bytes count, not characters, and one that is too large stands alone.
    [['字', 'a', '很长的字', 'b'], 6, ['字\na\n', '很长的字\n', 'b\n']],
    [[], 4, []],
  ])('%j in parts of %i bytes', (ids, bytes, expected) => {
    expect(exportIds(ids, bytes, 100)).toEqual({ records: ids.length, oversized: [], parts: expected });
  });

  test('what is beyond the limit of the tool is told', () => {
    expect(exportIds(['a', '很长的字', 'b'], 4, 8).oversized).toEqual(['很长的字']);
  });
});

describe.each(Object.keys(exportFormats) as ExportName[])('%s', (format) => {
  test('is the same bytes each time, also over an earlier export and a draft that was left', () => {
    const records = [recordOf('codepoint'), recordOf('codepoint', 'c.txt'), recordOf('codepoint', 'c.txt')];
    const folder = fresh();
    exportRecords(records, exportFormats[format], folder);
    const first = contentOf(folder);
    mkdirSync(join(folder, `.export-${process.pid}`));
    for (const { file } of exportFormats[format].heads ?? []) {
      writeFileSync(join(folder, `.export-${process.pid}`, file), 'left');
    }
    exportRecords(records, exportFormats[format], folder);
    expect(contentOf(folder)).toEqual(first);
  });

  test('asks for a record only when the one before is written', () => {
    const folder = fresh();
    const draft = join(folder, `.export-${process.pid}`);
    const written = () =>
      readdirSync(draft, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
    const sizes: number[] = [];
    exportRecords(
      (function* () {
        for (let i = 0; i < 5; i++) {
          sizes.push(written());
          yield recordOf('codepoint', `${i}.txt`);
        }
        sizes.push(written());
      })(),
      exportFormats[format],
      folder,
    );
    for (let i = 1; i < sizes.length; i++) expect(sizes[i]).toBeGreaterThan(sizes[i - 1]);
  });

  test('of no records is what a reader of the format takes for none', () => {
    const folder = fresh();
    expect(exportRecords([], exportFormats[format], folder).records).toBe(0);
    if (format === 'label-studio') {
      expect(JSON.parse(readFileSync(join(folder, 'tasks.json'), 'utf8'))).toEqual([]);
    }
  });
});
