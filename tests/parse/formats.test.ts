import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { GuiyiError } from '../../src/errors/index.ts';
import { parseDocx } from '../../src/parse/docx/index.ts';
import { parseHtml } from '../../src/parse/html/index.ts';
import { parseMarkdown } from '../../src/parse/markdown/index.ts';
import { parsePdf } from '../../src/parse/pdf/index.ts';
import { hostileText, LAW_RUNS } from '../arbitraries.ts';
import { docxFile, wordParagraph } from '../unpack/zip-file.ts';
import { first } from './format-lines.ts';
import { pdfFile } from './pdf-file.ts';

describe('any input', () => {
  const throwsOnlyOurs = async (parse: () => unknown) => {
    try {
      await parse();
    } catch (error) {
      expect(error).toBeInstanceOf(GuiyiError);
    }
  };
  const tags = fc.constantFrom(
    '<p>',
    '</p>',
    '<div>',
    '</div>',
    '<table>',
    '<tr>',
    '<td>',
    '<a href=x>',
    '<!--',
    '-->',
    '<b',
    '&#x110000;',
    '<li>',
    '<svg>',
    '<br/>',
    '<h1>',
    '<title>',
  );
  const signs = fc.constantFrom(
    '# ',
    '**',
    '[',
    '](',
    '> ',
    '- ',
    '|',
    '---',
    '```',
    '\n',
    '\n\n',
    '[^1]',
    '<b>',
    '&amp;',
    '1. ',
  );

  test('gives text without blank lines, its marked lines and positions where lines begin', async () => {
    const piece = fc.oneof(hostileText(4), tags, signs);
    await fc.assert(
      fc.asyncProperty(
        fc.array(piece, { maxLength: 20 }).map((all) => all.join('')),
        async (text) => {
          for (const parse of [parseHtml, parseMarkdown]) {
            await throwsOnlyOurs(() => {
              const { text: found, layout } = parse(text, 'x');
              const starts = new Set([0]);
              for (let at = found.indexOf('\n'); at >= 0; at = found.indexOf('\n', at + 1))
                starts.add(at + 1);
              for (const { start } of layout.marked ?? []) expect(starts.has(start)).toBe(true);
              for (const start of layout.positions?.starts ?? []) expect(starts.has(start)).toBe(true);
              expect(found).not.toMatch(/\n\n/);
            });
          }
        },
      ),
      { numRuns: Math.ceil(LAW_RUNS / 4) },
    );
  });

  test('a damaged PDF or Word document is an error of ours', async () => {
    const whole = { pdf: pdfFile([[[72, 700, first]]]), docx: docxFile(wordParagraph(first)) };
    await fc.assert(
      fc.asyncProperty(
        fc.nat(2000),
        fc.integer({ min: 0, max: 255 }),
        fc.boolean(),
        async (at, byte, cut) => {
          for (const [kind, bytes] of Object.entries(whole)) {
            const broken = Uint8Array.from(cut ? bytes.subarray(0, at % bytes.length) : bytes);
            if (!cut) broken[at % broken.length] = byte;
            await throwsOnlyOurs(() => (kind === 'pdf' ? parsePdf(broken, 'x') : parseDocx(broken, 'x')));
          }
        },
      ),
      { numRuns: Math.ceil(LAW_RUNS / 40) },
    );
  });
});
