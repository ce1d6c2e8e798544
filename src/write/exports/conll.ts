import type { DocumentRecord } from '../../record/index.ts';
import { type ExportFormat, legible, TextPositions } from './format.ts';
import { universalPos } from './universal-pos.ts';

/**
 * CoNLL-U (https://universaldependencies.org/format.html): ten columns a word, sentences apart by an empty line.
 * UPOS and XPOS are filled, syntax is not. MISC has the word's place in the text in code points (`start_char`,
 * `end_char`) and its entity as BIO (`ner`), by the names that Stanza gives and reads, and the spaces around
 * words as UDPipe writes them. Of entities within one another the outer one counts.
 */
export const conll: ExportFormat = {
  // A document without words has no sentence, and comments alone are none.
  pieces: (record) =>
    record.tokens.text.length === 0 ? [] : [{ file: 'corpus.conllu', text: sentencesOf(record) }],
};

function sentencesOf(record: DocumentRecord): string {
  const { tokens, sentences, text } = record;
  const id = nameOf(record.id);
  const positions = new TextPositions(record);
  const starts = tokens.start.map((at) => positions.utf16(at));
  const ends = tokens.end.map((at) => positions.utf16(at));
  const tags = tagsOf(record);

  let document = `# newdoc id = ${id}\n`;
  let sentenceCount = 0;
  let said = '';
  let words: string[] = [];
  let sentence = 0;
  tokens.text.forEach((token, i) => {
    const form = formOf(token);
    const after = text.slice(ends[i], starts[i + 1] ?? text.length);
    // Spaces come first: at the end of a line, readers would cut them off.
    const misc: string[] = [];
    if (i === 0 && starts[0] > 0) misc.push(`SpacesBefore=${escapeSpaces(text.slice(0, starts[0]))}`);
    if (after === '') misc.push('SpaceAfter=No');
    else if (after !== ' ') misc.push(`SpacesAfter=${escapeSpaces(after)}`);
    misc.push(`start_char=${positions.codePoint(tokens.start[i])}`);
    misc.push(`end_char=${positions.codePoint(tokens.end[i])}`);
    if (tags[i] !== undefined) misc.push(`ner=${tags[i]}`);
    const pos = tokens.pos[i];
    words.push(
      `${words.length + 1}\t${form}\t${form}\t${universalPos(token, pos)}\t${pos}\t_\t_\t_\t_\t${misc.join('|')}\n`,
    );
    said += after === '' ? form : `${form} `;

    while (sentence < sentences.length && sentences[sentence].span[1] <= tokens.start[i]) sentence++;
    const end = sentences[sentence]?.span[1];
    if (i + 1 < tokens.text.length && (end === undefined || tokens.start[i + 1] < end)) return;
    document += `# sent_id = ${id}-${++sentenceCount}\n# text = ${said.trimEnd()}\n${words.join('')}\n`;
    said = '';
    words = [];
  });
  return document;
}

/** The entity of each token as BIO; nothing outside of entities. */
function tagsOf({ tokens, entities }: DocumentRecord): (string | undefined)[] {
  const tags: (string | undefined)[] = Array(tokens.text.length).fill(undefined);
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
  return tags;
}

/** A word as a column can hold it: on one line, without spaces at its ends, without control characters. */
function formOf(word: string): string {
  const form = legible(word)
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/\p{Cc}/gu, '\ufffd');
  return form === '' ? '_' : form;
}

/** A document's id in a comment and before a sentence's number: without spaces, and `/` has a meaning there. */
function nameOf(id: string): string {
  return legible(id).replace(/[%/\s\p{Cc}]/gu, encodeURIComponent);
}

const spaceEscapes: Readonly<Record<string, string>> = {
  ' ': '\\s',
  '\t': '\\t',
  '\r': '\\r',
  '\n': '\\n',
  '|': '\\p',
  '\\': '\\\\',
};

/** What stands between words, in UDPipe's escapes. Rare line breaks, which have none, become that of a line feed. */
function escapeSpaces(spaces: string): string {
  return legible(spaces)
    .replace(/[ \t\r\n|\\]/g, (space) => spaceEscapes[space])
    .replace(/[\v\f\x1c-\x1e\x85\u2028\u2029]/g, '\\n');
}
