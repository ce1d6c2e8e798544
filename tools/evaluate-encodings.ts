/**
 * Measures how often the decode step tells the encoding of a text right, by length.
 *
 *     npx tsx tools/evaluate-encodings.ts CORPUS [TEXTS]
 *
 * CORPUS as for `dictionaries/build-character-frequencies.ts`; only the documents that it left out are used.
 * Traditional text comes from opencc-js (s2t, s2tw, s2hk in turn) and goes into Big5 and, as a harder case,
 * into GBK; characters that GBK or Big5 lack are left out, as their users do. 'right' counts readings that give the text back; 'refused' those that say GY203 rather than
 * guess; 'wrong' is silent mojibake; 'unsure' the right ones below the confidence that goes unreported.
 */
import { Converter } from 'opencc-js/cn2t';
import { CERTAIN, decode } from '../src/decode/index.ts';
import { GuiyiError } from '../src/errors/index.ts';
import { corpusFiles, documentsOf } from './corpus.ts';
import { big5, big5Has, gbk, gbkHas, utf16be, utf16le } from './encoders.ts';

const LENGTHS = [10, 50, 200, 2000];
const [folder, count = '1000'] = process.argv.slice(2);
if (folder === undefined) throw new Error('usage: evaluate-encodings.ts CORPUS [TEXTS]');

const traditional = (['t', 'tw', 'hk'] as const).map((to) => Converter({ from: 'cn', to }));
let turn = 0;
const toTraditional = (text: string): string => traditional[turn++ % traditional.length](text);
const withCodes = (text: string, has: (character: string) => boolean) => [...text].filter(has).join('');
const utf8 = (text: string) => new TextEncoder().encode(text);

const writers: Record<string, { prepare?: (text: string) => string; write: (text: string) => Uint8Array }> = {
  'utf-8': { write: utf8 },
  'utf-8 with mark': { write: (text) => utf8(`\ufeff${text}`) },
  'utf-16le with mark': { write: (text) => utf16le(`\ufeff${text}`) },
  'utf-16be with mark': { write: (text) => utf16be(`\ufeff${text}`) },
  'utf-16le': { write: utf16le },
  'utf-16be': { write: utf16be },
  gb18030: { prepare: (text) => withCodes(text, gbkHas), write: gbk },
  'gbk, Traditional': { prepare: (text) => withCodes(toTraditional(text), gbkHas), write: gbk },
  big5: { prepare: (text) => withCodes(toTraditional(text), big5Has), write: big5 },
};

/** Passages of a length, spread over the corpus: from different documents, not all from their beginnings. */
function passages(length: number, wanted: number): string[] {
  const documents = corpusFiles(folder).map((file) =>
    documentsOf(file).filter((document, index) => index % 2 === 1 && document.length >= length),
  );
  const found: string[] = [];
  for (let round = 0; found.length < wanted && round < wanted; round++) {
    for (const list of documents) {
      const document = list[(round * 7919) % Math.max(1, list.length)];
      if (document === undefined) continue;
      const from = (round * 104_729) % Math.max(1, document.length - length);
      found.push(Array.from(document.slice(from, from + length)).join(''));
    }
  }
  return found.slice(0, wanted);
}

const outcome = { right: 0, unsure: 0, refused: 0, wrong: 0 };
const mistakes: string[] = [];
console.log(['encoding', 'characters', ...Object.keys(outcome)].join('\t'));
for (const length of LENGTHS) {
  const texts = passages(length, Number(count));
  for (const [name, { prepare, write }] of Object.entries(writers)) {
    const counts = { ...outcome };
    for (const original of texts) {
      const text = prepare === undefined ? original : prepare(original);
      try {
        const decoded = decode(write(text));
        if (decoded.text !== text) {
          counts.wrong++;
          mistakes.push(`${name}\t${length}\t${decoded.encoding}\t${decoded.confidence.toFixed(2)}\t${text}`);
        } else {
          counts.right++;
          if (decoded.confidence < CERTAIN) counts.unsure++;
        }
      } catch (error) {
        if (!(error instanceof GuiyiError)) throw error;
        counts.refused++;
        mistakes.push(`${name}\t${length}\t${error.code}\t${error.detail}\t${text}`);
      }
    }
    console.log([name, length, ...Object.values(counts)].join('\t'));
  }
}
if (process.env.GUIYI_SHOW !== undefined) console.log(mistakes.map((line) => line.slice(0, 160)).join('\n'));
