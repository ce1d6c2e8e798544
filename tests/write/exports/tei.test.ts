import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DocumentRecord } from '../../../src/record/index.ts';
import { tei } from '../../../src/write/exports/tei.ts';
import { LAW_RUNS } from '../../arbitraries.ts';
import { codePoints, filesOf, hostileRecord, recordWith } from './records.ts';
import { elementsOf, parseXml } from './xml.ts';

const read = (record: DocumentRecord) => parseXml(filesOf(tei, record)['x/doc.xml']);

const inline = ['placeName', 'orgName', 'date', 'measure', 'title', 'rs'];
/** `[^\p{C}\p{Z}]+`, TEI's teidata.word. */
const word = /^[^\p{C}\p{Z}]+$/u;
const numeric = /^-?(?:\d+(?:\.\d+)?(?:e[+-]?\d+)?)$/i;
const w3cDate = /^(?:\d{4}(?:-\d\d(?:-\d\d)?)?|--\d\d(?:-\d\d)?)$/;
const anyText = /^/;

/**
 * What TEI P5 lets the elements that we use contain and bear, after their pages in the Guidelines' appendix C.
 * `children` stand in this order; `*` is any number of any of the names, with text between.
 */
const model: Readonly<
  Record<
    string,
    { children: readonly string[] | { any: readonly string[] }; attributes?: Record<string, RegExp> }
  >
> = {
  TEI: { children: ['teiHeader', 'text'] },
  teiHeader: { children: ['fileDesc'] },
  fileDesc: { children: ['titleStmt', 'publicationStmt', 'sourceDesc'] },
  titleStmt: { children: ['title'] },
  publicationStmt: { children: ['p'] },
  sourceDesc: { children: ['p'] },
  text: { children: ['body'], attributes: { 'xml:lang': /^zh-Hans$/ } },
  body: { children: { any: ['p'] } },
  p: { children: { any: inline }, attributes: { rend: word } },
  placeName: { children: { any: inline }, attributes: { type: word, key: anyText } },
  orgName: { children: { any: inline }, attributes: { type: word, key: anyText } },
  rs: { children: { any: inline }, attributes: { type: word } },
  title: { children: { any: inline }, attributes: { key: anyText } },
  date: { children: { any: inline }, attributes: { from: w3cDate, to: w3cDate } },
  measure: {
    children: { any: inline },
    attributes: { type: word, quantity: numeric, unit: word, atLeast: numeric, atMost: numeric },
  },
};

/** Elements that may hold text of their own; white space alone may stand in all. */
const mixed = new Set(['p', 'title', ...inline]);

function check(element: Element): void {
  const { children, attributes = {} } = model[element.nodeName] ?? {};
  expect(children, element.nodeName).toBeDefined();
  for (const attribute of Array.from(element.attributes)) {
    if (attribute.name === 'xmlns') continue;
    expect(attribute.value, attribute.name).toMatch(attributes[attribute.name]);
  }
  const names: string[] = [];
  for (const node of Array.from(element.childNodes)) {
    if (node.nodeType === 1) {
      names.push(node.nodeName);
      check(node as Element);
    } else if (!mixed.has(element.nodeName)) expect(node.nodeValue?.trim()).toBe('');
  }
  if (children !== undefined && 'any' in children) {
    for (const name of names) expect(children.any).toContain(name);
  } else expect(names).toEqual(children);
}

/** Text as XML can hold it. */
const inXml = (text: string) =>
  text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, '\ufffd');

function sliceOf(record: DocumentRecord, [start, end]: readonly number[]): string {
  const { text, offsetUnit } = record;
  return inXml(offsetUnit === 'utf16' ? text.slice(start, end) : codePoints(text, start, end));
}

test('hostile records are well-formed, follow the content models and have the blocks as they are', () => {
  fc.assert(
    fc.property(hostileRecord, (record) => {
      const document = read(record);
      expect(document.documentElement.namespaceURI).toBe('http://www.tei-c.org/ns/1.0');
      check(document.documentElement);
      const [body] = elementsOf(document, 'body');
      const blocks = Array.from(body.childNodes).filter((node) => node.nodeType === 1);
      const expected = record.blocks.map(({ span }) => sliceOf(record, span));
      expect(blocks.map((block) => block.textContent)).toEqual(expected.length === 0 ? [''] : expected);
      const texts = new Set(record.entities.map((entity) => inXml(entity.text)));
      for (const name of inline) {
        for (const element of elementsOf(document, name)) {
          if (element.parentNode?.nodeName !== 'titleStmt') expect(texts).toContain(element.textContent);
        }
      }
    }),
    { numRuns: LAW_RUNS },
  );
});

describe('entities are elements', () => {
  const body = (text: string, places: [number, number][]) => {
    const record = recordWith(
      text,
      places.map(([start, end]) => ({ start, end })),
    );
    const xml = filesOf(tei, record)['x/doc.xml'];
    return /<body>\n(.*)\n<\/body>/s.exec(xml)?.[1];
  };
  const place = '<placeName type="province" key="220000">';
  const measure = '<measure type="percentage" quantity="80" unit="%">';

  test.each<[string, [number, number][], string]>([
    [
      '一二三',
      [
        [0, 3],
        [1, 2],
      ],
      `<p>${place}一${measure}二</measure>三</placeName></p>`,
    ],
    [
      '一二三',
      [
        [0, 2],
        [2, 3],
      ],
      `<p>${place}一二</placeName>${measure}三</measure></p>`,
    ],
    [
      '一二三',
      [
        [0, 2],
        [0, 2],
      ],
      `<p>${place}${measure}一二</measure></placeName>三</p>`,
    ],
    // One that crosses another's end, or a block's, is no element.
    [
      '一二三',
      [
        [0, 2],
        [1, 3],
      ],
      `<p>${place}一二</placeName>三</p>`,
    ],
    ['一\n二', [[0, 3]], '<p>一</p>\n<p>二</p>'],
    ['', [], '<p/>'],
  ])('%j with %j', (text, places, expected) => {
    expect(body(text, places)).toBe(expected);
  });
});

test('a carriage return and marks in attributes come back', () => {
  const record = recordWith('一\t二', [{ start: 0, end: 3 }]);
  record.blocks[0].span = [0, 3];
  record.source.path = 'a\r\n"b".txt';
  const [sourceDesc] = elementsOf(read(record), 'sourceDesc');
  expect(sourceDesc.textContent).toContain('a\r\n"b".txt');
  const places = Array.from('一二三四五六', (_, start) => ({ start, end: start + 1 }));
  const ministry = elementsOf(read(recordWith('一二三四五六', places)), 'orgName')[0];
  expect(ministry.getAttribute('key')).toBe('m "1"\n<&>');
});

describe('dates are attributes where XML Schema knows them', () => {
  test.each([
    ['2020', '2020'],
    ['2020-02', '2020-02'],
    ['2020-02-29', '2020-02-29'],
    ['--02-29', '--02-29'],
    ['--05', '--05'],
    ['2020-02-30', null],
    ['2020-13', null],
    ['0000', null],
    ['-', null],
    ['2020-1', null],
    ['去年', null],
  ])('%s', (from, expected) => {
    const record = recordWith('一', [{ start: 0, end: 1 }]);
    const { id, text, span, source, confidence, rule } = record.entities[0];
    record.entities = [{ id, text, span, source, confidence, rule, type: 'date', from, precision: 'day' }];
    const [date] = elementsOf(read(record), 'date');
    expect(date.hasAttribute('from') ? date.getAttribute('from') : null).toBe(expected);
  });
});
