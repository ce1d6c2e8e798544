import type { DocumentRecord } from '../../record/index.ts';
import type { ExportFormat } from './format.ts';

/**
 * CoNLL columns: word, part of speech, entity as BIO; a blank line after each sentence, a comment before each
 * document. Of entities within one another the outer one counts.
 */
export const conll: ExportFormat = {
  pieces: (record) => [{ file: 'corpus.conll', text: `# newdoc id = ${record.id}\n${linesOf(record)}\n` }],
};

function linesOf({ tokens, entities, sentences }: DocumentRecord): string {
  const tags: string[] = Array(tokens.text.length).fill('O');
  let at = 0;
  let covered = 0;
  for (const { type, span } of [...entities].sort((a, b) => a.span[0] - b.span[0] || b.span[1] - a.span[1])) {
    if (span[0] < covered) continue;
    covered = span[1];
    while (at < tags.length && tokens.start[at] < span[0]) at++;
    for (let first = true; at < tags.length && tokens.end[at] <= span[1]; at++, first = false) {
      tags[at] = `${first ? 'B' : 'I'}-${type}`;
    }
  }
  const ends = new Set(sentences.map(({ span }) => span[1]));
  return tokens.text
    .map((word, i) => {
      const line = `${word.replace(/\s+/g, '\u00a0')}\t${tokens.pos[i]}\t${tags[i]}\n`;
      return ends.has(tokens.end[i]) ? `${line}\n` : line;
    })
    .join('');
}
