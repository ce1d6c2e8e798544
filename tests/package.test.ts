import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { codes } from '../src/errors/index.ts';
import * as guiyi from '../src/index.ts';
import { errorPage } from '../tools/docs/error-page.ts';
import { licencePage } from '../tools/docs/licence-page.ts';

const read = (path: string) => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');

describe('the package', () => {
  test('says one version', () => {
    expect(guiyi.version).toBe(JSON.parse(read('package.json')).version);
  });

  test('exports these names and no others', () => {
    expect(Object.keys(guiyi).sort()).toEqual([
      'Alignment',
      'Dictionaries',
      'GuiyiError',
      'Pipeline',
      'clean',
      'convert',
      'extract',
      'findDates',
      'findFigures',
      'findNumberRanges',
      'locate',
      'locateAll',
      'normalize',
      'parse',
      'parseMoney',
      'parseNumber',
      'record',
      'relate',
      'repair',
      'segment',
      'version',
    ]);
  });

  test('explains every error code in the docs', () => {
    expect(read('docs/errors.md')).toBe(errorPage());
    expect(Object.keys(codes)).toEqual(Object.keys(codes).sort());
  });

  test('lists every dependency with its licence', () => {
    expect(read('docs/licences.md')).toBe(licencePage());
    expect(read('docs/licences.md')).not.toContain('see its files');
  });

  test('names no registry host in its lock file', () => {
    expect(read('package-lock.json')).not.toContain('"resolved"');
  });
});
