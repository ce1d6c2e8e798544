import type { ErrorCode } from '../../src/errors/index.ts';
import { pdfFile } from '../../tests/parse/pdf-file.ts';
import { zipFile } from '../../tests/unpack/zip-file.ts';

/** A way in which files are broken, and the code by which each is rejected. */
export interface BrokenKind {
  readonly name: string;
  readonly code: ErrorCode;
  /** The file, a little different by its number. */
  readonly content: (number: number) => string | Uint8Array;
}

const sound = '全省完成投資120億元，同比增長12.5%，教育部負責。';
/** 国务院关于印发规划的通知 in GB18030. */
const gb18030 = Buffer.from('b9facef1d4bab9d8d3dad3a1b7a2b9e6bbaeb5c4cda8d6aa', 'hex');

/** Files of twelve kinds, as folders of real documents have them. */
export const brokenKinds: readonly BrokenKind[] = [
  { name: 'empty.txt', code: 'GY103', content: () => '' },
  {
    name: 'picture.txt',
    code: 'GY104',
    content: (n) => Buffer.concat([Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), Buffer.from([n])]),
  },
  { name: 'nul.txt', code: 'GY104', content: (n) => `甲乙丙\0${'丁'.repeat(100 + n)}` },
  { name: 'torn.json', code: 'GY105', content: (n) => `{\n  "text": "${sound}${n}",\n  "year": ` },
  { name: 'no-text.csv', code: 'GY108', content: (n) => `title,year\n"${sound}",${2000 + n}\n` },
  { name: 'deep.html', code: 'GY109', content: (n) => `<html>${'<div>'.repeat(50_000 + n)}` },
  {
    name: 'slip.zip',
    code: 'GY111',
    content: (n) => zipFile([{ name: `../../etc/${n}.txt`, content: sound }]),
  },
  {
    name: 'torn.zip',
    code: 'GY112',
    content: (n) => zipFile([{ name: 'a.txt', content: sound.repeat(9) }]).subarray(0, 60 + n),
  },
  {
    name: 'locked.zip',
    code: 'GY113',
    content: (n) => zipFile([{ name: `${n}.txt`, content: sound, encrypted: true }]),
  },
  { name: 'scan.pdf', code: 'GY114', content: (n) => pdfFile(Array.from({ length: 1 + (n % 3) }, () => [])) },
  {
    name: 'mixed.txt',
    code: 'GY204',
    content: (n) =>
      Buffer.concat([Buffer.from(`${sound.repeat(6 + n)}\n`), gb18030, gb18030, Buffer.from('\n')]),
  },
  {
    name: 'torn.txt',
    code: 'GY205',
    content: (n) => Buffer.from(sound.repeat(6 + n)).subarray(0, -4),
  },
];
