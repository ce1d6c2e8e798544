import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normalize } from '../../../src/index.ts';
import { posTags } from '../../../src/segment/pos-tags.ts';
import { conll } from '../../../src/write/exports/conll.ts';
import { universalPos } from '../../../src/write/exports/universal-pos.ts';
import { LAW_RUNS } from '../../arbitraries.ts';
import { codePoints, filesOf, hostileRecord, readable, recordWith } from './records.ts';

interface Word {
  readonly form: string;
  readonly upos: string;
  readonly xpos: string;
  readonly misc: Readonly<Record<string, string>>;
}
interface Sentence {
  readonly comments: Readonly<Record<string, string>>;
  readonly words: readonly Word[];
}

/** The universal parts of speech, as the standard lists them. */
const universalTags = 'ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X'.split(
  ' ',
);

/** Reads CoNLL-U by what https://universaldependencies.org/format.html demands of a file, and fails where it is not kept. */
function readConllu(file: string): Sentence[] {
  if (file === '') return [];
  expect(file.endsWith('\n\n')).toBe(true);
  expect(file).not.toContain('\r');
  return file
    .slice(0, -2)
    .split('\n\n')
    .map((block) => {
      const lines = block.split('\n');
      const comments: Record<string, string> = {};
      while (lines[0]?.startsWith('#')) {
        const [, key, value] = /^# (\w+) = (.*)$/u.exec(lines.shift() ?? '') ?? [];
        comments[key] = value;
      }
      expect(lines.length).toBeGreaterThan(0);
      const words = lines.map((line, i): Word => {
        const columns = line.split('\t');
        // Plain assertions: those of the runner would take most of the time.
        assert.equal(columns.length, 10, line);
        for (const column of columns)
          assert(column !== '' && !/^[^\S\ufeff]|[^\S\ufeff]$/.test(column), line);
        for (const column of [0, 3, 4, 5, 6, 7, 8]) assert(!/\s/.test(columns[column]), line);
        const [id, form, , upos, xpos, , , , , misc] = columns;
        assert.equal(id, String(i + 1), line);
        assert(universalTags.includes(upos), line);
        const pairs = misc.split('|').map((pair) => pair.split('=', 2) as [string, string]);
        return { form, upos, xpos, misc: Object.fromEntries(pairs) };
      });
      const said = words.map(({ form, misc }) => (misc.SpaceAfter === 'No' ? form : `${form} `)).join('');
      expect(comments.text).toBe(said.trimEnd());
      return { comments, words };
    });
}

const spaces: Readonly<Record<string, string>> = { s: ' ', t: '\t', r: '\r', n: '\n', p: '|', '\\': '\\' };
const unescapeSpaces = (escaped = '') => escaped.replace(/\\([strnp\\])/g, (_, letter) => spaces[letter]);
/** A word as a column can hold it. */
const columnText = (text: string) => readable(text).replace(/\p{Cc}/gu, '\ufffd');
/** Text without the difference between the characters that a file of lines can't hold. */
const flat = (text: string) => text.replace(/[^\P{Cc}\t\r]|[\u2028\u2029\ufffd]|\p{Surrogate}/gu, '\n');

test('hostile records read back: words, their places and the whole text', () => {
  fc.assert(
    fc.property(hostileRecord, (record) => {
      const sentences = readConllu(filesOf(conll, record)['corpus.conllu'] ?? '');
      const words = sentences.flatMap((sentence) => sentence.words);
      expect(words).toHaveLength(record.tokens.text.length);
      const characters = [...record.text];
      let text = unescapeSpaces(words[0]?.misc.SpacesBefore);
      for (const { form, misc } of words) {
        const spelt = characters.slice(Number(misc.start_char), Number(misc.end_char)).join('');
        assert.equal(form, columnText(spelt));
        text += form + (misc.SpaceAfter === 'No' ? '' : unescapeSpaces(misc.SpacesAfter ?? '\\s'));
      }
      if (words.length > 0) expect(flat(text)).toBe(flat(record.text));
      const ids = sentences.map(({ comments }) => comments.sent_id);
      expect(new Set(ids).size).toBe(ids.length);
      for (const [i, id] of ids.entries()) expect(id).toBe(`a%2Fb%20%251-${i + 1}`);
    }),
    { numRuns: LAW_RUNS },
  );
});

test('a document has its sentences, words and entities', () => {
  const record = normalize('湖北省人民政府：2013年，粮食产量增长12.5%。教育部负责 落实。\n第二段。', {
    id: 'a',
  });
  const sentences = readConllu(filesOf(conll, record)['corpus.conllu']);
  expect(sentences.map(({ words }) => words.map(({ form }) => form).join(''))).toEqual(
    record.sentences.map(({ span }) => codePoints(record.text, ...span).replace(/\s/g, '')),
  );
  expect(sentences[0].comments.newdoc_id ?? sentences[0].comments.sent_id).toBe('a-1');
  const words = sentences.flatMap((sentence) => sentence.words);
  const entities: string[] = [];
  for (const { form, misc } of words) {
    if (misc.ner?.startsWith('B-')) entities.push(form);
    else if (misc.ner?.startsWith('I-')) entities[entities.length - 1] += form;
  }
  // The province in the first one's name is within it.
  expect(entities).toEqual(['湖北省人民政府', '2013年', '12.5%', '教育部']);
  expect(record.entities.map((entity) => entity.text)).toEqual(expect.arrayContaining(entities));
  expect(words.map(({ xpos }) => xpos)).toEqual(record.tokens.pos);
});

describe('of entities within one another', () => {
  test.each([
    [
      '一二三',
      [
        [0, 3],
        [1, 2],
      ],
      ['B', 'I', 'I'],
    ],
    [
      '一二三',
      [
        [0, 1],
        [1, 3],
      ],
      ['B', 'B', 'I'],
    ],
    ['一二三', [], [undefined, undefined, undefined]],
  ] as const)('%s with %j is %j', (text, places, expected) => {
    const record = recordWith(
      text,
      places.map(([start, end]) => ({ start, end })),
    );
    const [{ words }] = readConllu(filesOf(conll, record)['corpus.conllu']);
    expect(words.map(({ misc }) => misc.ner?.[0])).toEqual(expected);
  });
});

test('a document without words adds nothing', () => {
  expect(filesOf(conll, recordWith('', []))).toEqual({});
  expect(filesOf(conll, recordWith(' \n', []))).toEqual({});
});

test('every tag of ours has a universal one', () => {
  for (const tag of posTags) expect(universalTags).toContain(universalPos('字', tag));
  expect(universalPos('%', 'w')).toBe('SYM');
  expect(universalPos('，', 'w')).toBe('PUNCT');
  expect(universalPos('字', 'constructor')).toBe('X');
});
