import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { normalize } from '../../../src/index.ts';
import { doccano } from '../../../src/write/exports/doccano.ts';
import { labelStudio } from '../../../src/write/exports/label-studio.ts';
import { openSearch } from '../../../src/write/exports/opensearch.ts';
import { webAnnotation } from '../../../src/write/exports/web-annotation.ts';
import { LAW_RUNS } from '../../arbitraries.ts';
import { codePoints, filesOf, hostileRecord, readable, recordWith } from './records.ts';
import { elementsOf, parseXml } from './xml.ts';

describe('doccano', () => {
  /** What its importer reads of a line of a sequence labelling project. */
  const example = z.strictObject({
    text: z.string().min(1),
    label: z.array(z.tuple([z.int().nonnegative(), z.int().positive(), z.string().min(1)])),
    meta: z.record(z.string(), z.string()),
  });

  test('hostile records are one line each, with labels on their texts', () => {
    fc.assert(
      fc.property(hostileRecord, (record) => {
        const file = filesOf(doccano, record)['doccano.jsonl'];
        if (record.text.trim() === '') {
          expect(file).toBeUndefined();
          return;
        }
        expect(file.match(/[\r\n]/g)).toEqual(['\n']);
        expect(file.endsWith('\n')).toBe(true);
        const { text, label } = example.parse(JSON.parse(file));
        expect(text).toBe(readable(record.text));
        expect(label.map(([start, end]) => codePoints(text, start, end))).toEqual(
          record.entities.map((entity) => readable(entity.text)),
        );
      }),
      { numRuns: LAW_RUNS },
    );
  });
});

describe('label-studio', () => {
  /** https://labelstud.io/guide/predictions: what a task with predictions has. */
  const region = z.strictObject({
    id: z.string().min(1),
    type: z.literal('labels'),
    from_name: z.string(),
    to_name: z.string(),
    score: z.number().min(0).max(1),
    value: z.strictObject({
      start: z.int().nonnegative(),
      end: z.int().positive(),
      text: z.string().min(1),
      labels: z.tuple([z.string()]),
    }),
  });
  const relation = z.strictObject({
    type: z.literal('relation'),
    from_id: z.string(),
    to_id: z.string(),
    direction: z.enum(['left', 'right', 'bi']),
    labels: z.tuple([z.string()]),
  });
  const task = z.strictObject({
    data: z.record(z.string(), z.string()),
    predictions: z.tuple([
      z.strictObject({
        model_version: z.string(),
        result: z.array(z.discriminatedUnion('type', [region, relation])),
      }),
    ]),
  });
  const configuration = parseXml(labelStudio.heads?.find(({ file }) => file.endsWith('.xml'))?.text ?? '');
  const valuesOf = (name: string) =>
    elementsOf(configuration, name).map((element) => element.getAttribute('value'));
  const [labels] = elementsOf(configuration, 'Labels');
  const [text] = elementsOf(configuration, 'Text');

  test('the labelling configuration is about one text', () => {
    expect(labels.getAttribute('toName')).toBe(text.getAttribute('name'));
    expect(text.getAttribute('value')).toBe('$text');
    expect(new Set(valuesOf('Label')).size).toBe(valuesOf('Label').length);
  });

  test('hostile records are tasks that fit the configuration', () => {
    fc.assert(
      fc.property(hostileRecord, (record) => {
        const { data, predictions } = task.parse(JSON.parse(filesOf(labelStudio, record)['tasks.json']));
        const regions = predictions[0].result.filter((result) => result.type === 'labels');
        expect(data.text).toBe(readable(record.text));
        expect(regions).toHaveLength(record.entities.length);
        for (const { value, from_name, to_name } of regions) {
          expect(data.text.slice(value.start, value.end)).toBe(value.text);
          expect(from_name).toBe(labels.getAttribute('name'));
          expect(to_name).toBe(text.getAttribute('name'));
          expect(valuesOf('Label')).toContain(value.labels[0]);
        }
        const ids = regions.map(({ id }) => id);
        for (const result of predictions[0].result) {
          if (result.type !== 'relation') continue;
          expect(ids).toContain(result.from_id);
          expect(ids).toContain(result.to_id);
          expect(valuesOf('Relation')).toContain(result.labels[0]);
        }
      }),
      { numRuns: LAW_RUNS },
    );
  });
});

describe('web-annotation', () => {
  const iri = z.string().refine((value) => URL.canParse(value) && /^[!-~]+$/.test(value), 'an IRI');
  /** The demands of https://www.w3.org/TR/annotation-model on what we use of it. */
  const page = z.strictObject({
    '@context': z.literal('http://www.w3.org/ns/anno.jsonld'),
    id: iri,
    type: z.literal('AnnotationPage'),
    partOf: iri,
    startIndex: z.int().nonnegative(),
    items: z.array(
      z.strictObject({
        id: iri,
        type: z.literal('Annotation'),
        motivation: z.literal('tagging'),
        body: z
          .array(
            z.strictObject({
              type: z.literal('TextualBody'),
              purpose: z.enum(['tagging', 'identifying']),
              value: z.string(),
            }),
          )
          .min(1),
        target: z.strictObject({
          source: z.string().refine((source) => URL.canParse(source, 'file:///x/doc.jsonld')),
          selector: z.tuple([
            z.strictObject({
              type: z.literal('TextPositionSelector'),
              start: z.int().nonnegative(),
              end: z.int().nonnegative(),
            }),
            z.strictObject({
              type: z.literal('TextQuoteSelector'),
              exact: z.string(),
              prefix: z.string(),
              suffix: z.string(),
            }),
          ]),
        }),
      }),
    ),
  });

  test('hostile records say the same by position and by quotation', () => {
    fc.assert(
      fc.property(hostileRecord, (record) => {
        const files = filesOf(webAnnotation, record, 'x/ä#b?');
        const text = files['x/ä#b?.txt'];
        expect(text).toBe(readable(record.text));
        const { items } = page.parse(JSON.parse(files['x/ä#b?.jsonld']));
        expect(new Set(items.map(({ id }) => id)).size).toBe(record.entities.length);
        for (const { target } of items) {
          const [position, quote] = target.selector;
          expect(codePoints(text, position.start, position.end)).toBe(quote.exact);
          expect(codePoints(text, Math.max(0, position.start - 16), position.start)).toBe(quote.prefix);
          expect(codePoints(text, position.end, position.end + 16)).toBe(quote.suffix);
          const { pathname } = new URL(target.source, 'file:///x/page.jsonld');
          expect(decodeURIComponent(pathname)).toBe('/x/ä#b?.txt');
        }
      }),
      { numRuns: LAW_RUNS },
    );
  });
});

describe('opensearch', () => {
  const mapping = JSON.parse(openSearch.heads?.[0].text ?? '').mappings;
  const indexAction = z.strictObject({
    index: z.strictObject({
      _index: z.string().regex(/^[a-z][a-z0-9_-]*$/),
      _id: z
        .string()
        .min(1)
        .refine((id) => Buffer.byteLength(id) <= 512),
    }),
  });

  test('hostile records are an action and a source, each on its line', () => {
    fc.assert(
      fc.property(hostileRecord, (record) => {
        const file = filesOf(openSearch, record)['bulk.ndjson'];
        const lines = file.split('\n');
        expect(lines).toHaveLength(3);
        expect(lines[2]).toBe('');
        indexAction.parse(JSON.parse(lines[0]));
        const source = JSON.parse(lines[1]);
        expect(source.text).toBe(readable(record.text));
        const slice = (start: number, end: number) =>
          source.offsetUnit === 'utf16' ? source.text.slice(start, end) : codePoints(source.text, start, end);
        for (const { span, text } of source.entities) expect(slice(span[0], span[1])).toBe(text);
      }),
      { numRuns: LAW_RUNS },
    );
  });

  test.each([
    ['', 64],
    ['a', 1],
    ['a'.repeat(512), 512],
    ['字'.repeat(171), 64],
  ])('the id %j has %i bytes', (id, bytes) => {
    const [action, source] = filesOf(openSearch, recordWith('好', [], { id }))['bulk.ndjson'].split('\n');
    expect(Buffer.byteLength(indexAction.parse(JSON.parse(action)).index._id)).toBe(bytes);
    expect(JSON.parse(source).id).toBe(id);
  });

  test('the mapping has every field that is searched, under its name and in its type', () => {
    const record = normalize('湖北省：2013年，粮食产量增长12.5%至20%，教育部负责。', { id: 'a' });
    const source = JSON.parse(filesOf(openSearch, record)['bulk.ndjson'].split('\n')[1]);
    for (const field of Object.keys(mapping.properties)) expect(source).toHaveProperty(field);
    const fields = mapping.properties.entities.properties;
    expect(source.entities.length).toBeGreaterThan(2);
    for (const entity of source.entities) {
      for (const [name, value] of Object.entries(entity)) {
        if (!(name in fields)) continue;
        expect(typeof value, name).toBe(fields[name].type === 'double' ? 'number' : 'string');
      }
    }
  });
});
