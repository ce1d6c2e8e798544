import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { GuiyiError } from '../../../src/index.ts';
import { readDatabaseUrl } from '../../../src/write/postgres/database-url.ts';
import { hostileText, LAW_RUNS } from '../../arbitraries.ts';

describe('the URL of a database', () => {
  test.each([
    ['postgres://me@host/corpus', 'postgres://me@host/corpus', undefined],
    ['postgresql://me:secret@host:5433/corpus', 'postgres://me@host:5433/corpus', undefined],
    ['postgres://host', 'postgres://host', undefined],
    ['postgres:///corpus', 'postgres:///corpus', undefined],
    ['postgres://me@/corpus?host=/run/pg', 'postgres://me@/run/pg/corpus', undefined],
    ['postgres://我:密@host/语料', 'postgres://我@host/语料', undefined],
    ['postgres://me@[::1]:5432/corpus?schema=own', 'postgres://me@[::1]:5432/corpus', 'own'],
    ['postgres://me@host/corpus?schema=A%20%22b%22&password=secret', 'postgres://me@host/corpus', 'A "b"'],
  ])('%s', (text, shown, schema) => {
    expect(readDatabaseUrl(text)).toMatchObject({ shown, schema });
  });

  test.each([
    'postgres:',
    'postgres:corpus',
    'postgres:/corpus',
    'postgres://me:secret@host:port/corpus',
    'postgres://me:sec#ret@host/corpus',
    'postgres://me:12/secret@host/corpus',
    'postgres://me:12?secret@host/corpus',
    'postgres://me:sec%ret@host/corpus',
    'postgres://me@host/corpus?schema=',
    'postgres://me@host/corpus?schema=pg_secret',
    `postgres://me@host/corpus?schema=${'很'.repeat(22)}`,
  ])('%s is refused', (text) => {
    expect(() => readDatabaseUrl(text)).toThrow(GuiyiError);
  });

  test('whatever is written, it is read or refused with its code', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('postgres:', 'postgres://', 'postgresql://u@'),
        hostileText(),
        (start, text) => {
          try {
            readDatabaseUrl(`${start}${text}`);
          } catch (error) {
            expect(error).toMatchObject({ name: 'GuiyiError', code: 'GY305' });
          }
        },
      ),
      { numRuns: LAW_RUNS },
    );
  });

  test('never shows a password, right or wrong', () => {
    const password = fc
      .string({ minLength: 1, maxLength: 12, unit: 'grapheme-ascii' })
      .map((text) => `geheim${text}`);
    fc.assert(
      fc.property(password, fc.constantFrom('h', '', 'h:1', 'h:x', '[::'), (secret, host) => {
        for (const spelled of [secret, encodeURIComponent(secret)]) {
          let said: string;
          try {
            said = readDatabaseUrl(`postgres://me:${spelled}@${host}/corpus`).shown;
          } catch (error) {
            said = (error as GuiyiError).describe();
          }
          expect(said).not.toContain('geheim');
        }
      }),
      { numRuns: LAW_RUNS },
    );
  });
});
