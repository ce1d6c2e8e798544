import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { hashOf } from './random.ts';

/** The files of the corpus and how much of each the model learns from: news abounds, reports and policy texts are what Guiyi meets. */
export const kinds = {
  laws_local: { share: 0.8, times: 1 },
  laws_national: { share: 0.8, times: 1 },
  xwlb_news: { share: 0.7, times: 1 },
  provincial_reports_2026: { share: 1, times: 6 },
  policy_explainers: { share: 1, times: 6 },
  statecouncil_policy_2019: { share: 1, times: 6 },
} as const;

export type Kind = keyof typeof kinds;

/** Whole documents are held out, by a hash of their text: a tenth to test on, a fortieth to calibrate with. */
export type Part = 'train' | 'calibrate' | 'test';

export interface CorpusDocument {
  readonly kind: Kind;
  readonly paragraphs: readonly string[];
  readonly part: Part;
}

/** The documents of one file, a paragraph a line, a blank line between documents. */
export function* documentsOf(folder: string, kind: Kind): Generator<CorpusDocument> {
  const text = gunzipSync(readFileSync(join(folder, `${kind}.txt.gz`))).toString('utf8');
  for (const body of text.split(/\n\n+/)) {
    const paragraphs = body.split('\n').filter((line) => line !== '' && !isMarkup(line));
    if (paragraphs.length === 0) continue;
    yield { kind, paragraphs, part: partOf(hashOf(body.slice(0, 2000)) % 40) };
  }
}

/** Lines of the database dump that one file is: no text to learn from. */
function isMarkup(line: string): boolean {
  return line.includes('INSERT INTO') || line.includes('http') || line.includes('</');
}

function partOf(share: number): Part {
  return share < 4 ? 'test' : share === 4 ? 'calibrate' : 'train';
}
