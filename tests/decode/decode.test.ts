import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CERTAIN, decode } from '../../src/decode/index.ts';
import { type ErrorCode, GuiyiError } from '../../src/errors/index.ts';
import { big5, big5Has, gbk, gbkHas, utf16be, utf16le } from '../../tools/encoders.ts';
import { hostileText, LAW_RUNS } from '../arbitraries.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const bytesOf = (...parts: (string | Uint8Array | readonly number[])[]) =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? utf8(part) : Uint8Array.from(part))));

const hans = '各省要在年底前完成数据共享平台的建设，财政部负责核定经费，覆盖率应达到百分之八十以上。';
const hant = '各縣市應於年底前完成資訊共享平臺之建置，財政部負責核定經費，涵蓋率應達百分之八十以上。';
const hongKong = '衞生署表示，計劃會覆蓋全港十八區，並在年底前完成檢討，經費由財政司批出。';

function failure(bytes: Uint8Array, options = {}): GuiyiError {
  try {
    const { text, encoding } = decode(bytes, options);
    throw new Error(`read as ${encoding}: ${text.slice(0, 80)}`);
  } catch (error) {
    expect(error).toBeInstanceOf(GuiyiError);
    return error as GuiyiError;
  }
}

describe('detection', () => {
  const cases: [name: string, text: string, bytes: Uint8Array, encoding: string][] = [
    ['UTF-8', hans, utf8(hans), 'utf-8'],
    ['ASCII', 'GDP 7.5%\n', utf8('GDP 7.5%\n'), 'utf-8'],
    ['GB18030', hans, gbk(hans), 'gb18030'],
    ['Traditional text in GBK', hant, gbk(hant), 'gb18030'],
    ['Big5', hant, big5(hant), 'big5'],
    ['Big5 with HKSCS', hongKong, big5(hongKong), 'big5'],
    ['UTF-16LE', hans, utf16le(hans), 'utf-16le'],
    ['UTF-16BE', hant, utf16be(hant), 'utf-16be'],
    ['a short GBK text', '财政部通知各省', gbk('财政部通知各省'), 'gb18030'],
    ['a short Big5 text', '財政部通知各省', big5('財政部通知各省'), 'big5'],
    ['a short text of rare characters', '肆佰叁拾萬圆', gbk('肆佰叁拾萬圆'), 'gb18030'],
    ['UTF-16 of bytes that are all ASCII', '山海关区山海关区', utf16le('山海关区山海关区'), 'utf-16le'],
    ['brackets that UTF-16 would take', '['.repeat(600), utf8('['.repeat(600)), 'utf-8'],
    ['four-byte GB18030', `${hans}㐀`, bytesOf(gbk(hans), [0x81, 0x39, 0xee, 0x39]), 'gb18030'],
    ['Han after much ASCII', 'a'.repeat(40_001) + hans, gbk('a'.repeat(40_001) + hans), 'gb18030'],
    [
      'a page of ASCII before GBK',
      `${'<p class="a">'.repeat(40)}${hans}`,
      gbk(`${'<p class="a">'.repeat(40)}${hans}`),
      'gb18030',
    ],
    ['Japanese in UTF-8', 'これは日本語のテキストです', utf8('これは日本語のテキストです'), 'utf-8'],
  ];
  test.each(cases)('%s', (_, text, bytes, encoding) => {
    const decoded = decode(bytes);
    expect(decoded).toMatchObject({ text, encoding, bom: 0 });
    expect(decoded.confidence).toBeGreaterThanOrEqual(CERTAIN);
    expect(decoded.evidence).not.toBe('');
  });

  test.each([
    ['utf-8', bytesOf([0xef, 0xbb, 0xbf], hans), 3],
    ['utf-16le', bytesOf([0xff, 0xfe], utf16le(hans)), 2],
    ['utf-16be', bytesOf([0xfe, 0xff], utf16be(hans)), 2],
    ['gb18030', bytesOf([0x84, 0x31, 0x95, 0x33], gbk(hans)), 4],
  ])('a byte order mark tells %s and is taken off', (encoding, bytes, bom) => {
    expect(decode(bytes)).toMatchObject({ text: hans, encoding, bom, confidence: 1 });
  });

  test('--encoding overrules', () => {
    expect(decode(gbk(hant), { encoding: 'gb18030' }).text).toBe(hant);
    expect(decode(utf8(hans), { encoding: 'utf-8' })).toMatchObject({ text: hans, evidence: 'asked for' });
  });

  test('lone surrogates in UTF-16 stay', () => {
    expect(decode(utf16le(`\ufeff${hans}\ud800${hans}`)).text).toBe(`${hans}\ud800${hans}`);
  });
});

describe('what cannot be read is named, with its byte', () => {
  const sjis = [
    0x82, 0xb1, 0x82, 0xea, 0x82, 0xcd, 0x93, 0xfa, 0x96, 0x7b, 0x8c, 0xea, 0x82, 0xc5, 0x82, 0xb7,
  ];
  const cases: [
    name: string,
    bytes: Uint8Array,
    code: ErrorCode,
    byte: number | undefined,
    encoding?: string,
  ][] = [
    ['nothing', bytesOf(), 'GY103', undefined],
    ['a byte order mark alone', bytesOf([0xef, 0xbb, 0xbf]), 'GY103', undefined],
    ['a PDF', bytesOf('%PDF-1.4\n'), 'GY104', 0],
    ['a zip archive', bytesOf([0x50, 0x4b, 3, 4], 'word/document.xml'), 'GY104', 0],
    ['a PNG', bytesOf([0x89], 'PNG\r\n\x1a\n'), 'GY104', 0],
    ['NULs', bytesOf(hans, [0, 0], hans), 'GY104', utf8(hans).length],
    ['a stray byte in UTF-8', bytesOf(hans, [0xff], hans), 'GY201', utf8(hans).length],
    ['an overlong form', bytesOf(hans, [0xc0, 0x80], hans), 'GY201', utf8(hans).length],
    ['a stray byte in GB18030', bytesOf(gbk(hans), [0xff], gbk(hans)), 'GY201', gbk(hans).length],
    ['a stray byte in Big5', bytesOf(big5(hant), [0xff], big5(hant)), 'GY201', big5(hant).length],
    ['UTF-32', bytesOf([0xff, 0xfe, 0, 0, 0x4e, 0, 0, 0]), 'GY201', 0],
    ['Shift_JIS', bytesOf(sjis, sjis, sjis), 'GY201', 0],
    ['UTF-8 cut off', utf8(hans).subarray(0, -1), 'GY205', utf8(hans).length - 3],
    ['GB18030 cut off', gbk(hans).subarray(0, -1), 'GY205', gbk(hans).length - 2],
    ['Big5 cut off', big5(hant).subarray(0, -1), 'GY205', big5(hant).length - 2],
    ['UTF-16 cut off', bytesOf([0xff, 0xfe], utf16le(hans), [0x4e]), 'GY205', 2 + utf16le(hans).length],
    ['UTF-8, then GB18030', bytesOf(`${hans}\n`, gbk(hans)), 'GY204', utf8(hans).length + 1],
    [
      'a line of GB18030 amid UTF-8',
      bytesOf(`${hans}\n`, gbk(`${hans}\n`), `${hans}\n${hans}\n`.repeat(3)),
      'GY204',
      utf8(hans).length + 1,
    ],
    ['GB18030, then UTF-8', bytesOf(gbk(`${hans}\n`), hans, hans), 'GY204', gbk(hans).length + 1],
    ['Big5, then UTF-8', bytesOf(big5(`${hant}\n`), hant, hant), 'GY204', big5(hant).length + 1],
    ['UTF-8 taken for GB18030', utf8(hans), 'GY202', undefined, 'big5'],
    ['GBK taken for UTF-8', gbk(`GDP：${hans}`), 'GY202', 3, 'utf-8'],
    ['another byte order mark', bytesOf([0xef, 0xbb, 0xbf], hans), 'GY202', 0, 'gb18030'],
    ['two bytes that could be anything', Uint8Array.of(0xb0, 0xa1), 'GY203', 0],
  ];
  test.each(cases)('%s', (_, bytes, code, byte, encoding) => {
    const error = failure(bytes, encoding === undefined ? {} : { encoding });
    expect([error.code, error.detail]).toEqual([code, expect.any(String)]);
    if (byte !== undefined) expect(error.place.byte).toBe(byte);
  });

  test('the path is in the place', () => {
    expect(failure(bytesOf(), { path: 'a/b.txt' }).place.path).toBe('a/b.txt');
  });
});

describe('laws', () => {
  const runs = { numRuns: LAW_RUNS };
  // In UTF-16BE, a NUL and U+FEFF are UTF-32's byte order mark.
  const noMark = (text: string) => text !== '' && !/^\0?\ufeff/.test(text);
  const wellFormed = hostileText().map((text) => text.replaceAll(/[\ud800-\udfff]/gu, ''));

  test('decoding what was encoded gives it back', () => {
    const writers = { 'utf-8': utf8, 'utf-16le': utf16le, 'utf-16be': utf16be } as const;
    fc.assert(
      fc.property(
        wellFormed.filter(noMark),
        fc.constantFrom('utf-8', 'utf-16le', 'utf-16be'),
        (text, encoding) => {
          expect(decode(writers[encoding](text), { encoding }).text).toBe(text);
        },
      ),
      runs,
    );
  });

  test('so it does in the double-byte encodings', () => {
    fc.assert(
      fc.property(wellFormed, fc.boolean(), (raw, taiwan) => {
        const [write, has, encoding] = taiwan
          ? ([big5, big5Has, 'big5'] as const)
          : ([gbk, gbkHas, 'gb18030'] as const);
        const text = [...raw].filter(has).join('');
        if (text !== '') expect(decode(write(text), { encoding }).text).toBe(text);
      }),
      runs,
    );
  });

  test('any bytes give text that reads back, or a GuiyiError', () => {
    const pieces = fc.oneof(
      fc.uint8Array({ maxLength: 60 }),
      hostileText(8).map(utf8),
      hostileText(8).map(utf16le),
      fc
        .constantFrom(gbk(hans), big5(hant), utf8(hans))
        .chain((whole) => fc.nat(whole.length).map((length) => whole.subarray(0, length))),
    );
    fc.assert(
      fc.property(
        fc.array(pieces, { maxLength: 4 }),
        fc.constantFrom('auto', 'utf-8', 'utf-16le', 'utf-16be', 'gb18030', 'big5'),
        (parts, encoding) => {
          const bytes = Buffer.concat(parts);
          try {
            const decoded = decode(bytes, { encoding });
            expect(decoded.confidence).toBeGreaterThan(0);
            expect(decode(bytes, { encoding: decoded.encoding }).text).toBe(decoded.text);
          } catch (error) {
            expect(error).toBeInstanceOf(GuiyiError);
            const { byte = 0 } = (error as GuiyiError).place;
            expect(byte >= 0 && byte <= bytes.length).toBe(true);
          }
        },
      ),
      runs,
    );
  });
});
