import type { Paragraph, Root, Sentence, SentenceContent } from 'nlcst';
import type { VFile } from 'vfile';
import { location } from 'vfile-location';
import { textSpan } from '../alignment/index.ts';
import type { TokenColumns } from './columns.ts';
import { type DocumentState, documentOf } from './document.ts';
import { whiteSpace } from './tree.ts';

declare module 'nlcst' {
  interface WordData {
    /** Part of speech, one of `posTags`. */
    pos?: string | undefined;
  }
}

type Position = NonNullable<Root['position']>;

/** Gives the place of a range of the source, UTF-16 units. */
type Place = (start: number, end: number) => Position | undefined;

/**
 * Builds the full nlcst tree of a document that `segment` has been through: Root > Paragraph > Sentence > Word,
 * Punctuation, Symbol and WhiteSpace > Text. Words carry their part of speech in `data.pos`.
 *
 * Words live in columns because a tree costs hundreds of bytes a word; ask for it where a plugin of retext needs one.
 * The tree spells the normalized text; positions (line, column, offset in UTF-16 units) refer to the source, as vfile's do.
 *
 * @throws RangeError where the document has no sentences and tokens yet
 */
export function wordTree(file: VFile): Root {
  const state = documentOf(file, () => String(file));
  const { alignment, sentences, tokens } = state;
  if (sentences === undefined || tokens === undefined) {
    throw new RangeError("'wordTree' needs the sentences and tokens of 'segment': use that plugin before it");
  }
  const { text } = alignment;
  const place = placeIn(alignment.source);
  const words = wordNodes(state, tokens, place);
  const root: Root = { type: 'RootNode', children: [] };
  let paragraph: Paragraph | undefined;
  let at = 0;
  let token = 0;
  for (let i = 0; i < sentences.starts.length; i++) {
    const start = sentences.starts[i];
    const end = sentences.ends[i];
    const between = text.slice(at, start);
    if (paragraph === undefined || /[\n\r\u2028\u2029]/.test(between)) {
      if (between !== '') root.children.push(whiteSpace(between));
      paragraph = { type: 'ParagraphNode', children: [] };
      root.children.push(paragraph);
    } else if (between !== '') paragraph.children.push(whiteSpace(between));
    const sentence: Sentence = { type: 'SentenceNode', children: [] };
    const { start: sourceStart, end: sourceEnd } = alignment.toSource(textSpan(start, end));
    setPosition(sentence, place(sourceStart, sourceEnd));
    for (at = start; token < tokens.starts.length && tokens.starts[token] < end; token++) {
      if (tokens.starts[token] > at) sentence.children.push(whiteSpace(text.slice(at, tokens.starts[token])));
      sentence.children.push(words(token));
      at = tokens.ends[token];
    }
    paragraph.children.push(sentence);
    at = end;
  }
  if (at < text.length) root.children.push(whiteSpace(text.slice(at)));
  for (const child of root.children) {
    if (child.type !== 'ParagraphNode') continue;
    const first = child.children[0].position;
    const last = child.children.at(-1)?.position;
    if (first !== undefined && last !== undefined) child.position = { start: first.start, end: last.end };
  }
  return root;
}

/** Makes the node of a token by its index. */
function wordNodes(
  { alignment }: DocumentState,
  tokens: TokenColumns,
  place: Place,
): (token: number) => SentenceContent {
  const sources = alignment.toSourceColumns(tokens.starts, tokens.ends);
  return (token) => {
    const value = alignment.text.slice(tokens.starts[token], tokens.ends[token]);
    const pos = tokens.posTags[tokens.pos[token]];
    const position = place(sources.starts[token], sources.ends[token]);
    const placed = position === undefined ? {} : { position };
    if (pos === 'w') return { type: 'PunctuationNode', value, ...placed };
    if (pos === 'x' && !/[\p{L}\p{N}]/u.test(value)) return { type: 'SymbolNode', value, ...placed };
    return { type: 'WordNode', data: { pos }, children: [{ type: 'TextNode', value, ...placed }], ...placed };
  };
}

function setPosition(node: Sentence, position: Position | undefined): void {
  if (position !== undefined) node.position = position;
}

function placeIn(source: string): Place {
  const places = location(source);
  return (start, end) => {
    const from = places.toPoint(start);
    const to = places.toPoint(end);
    return from === undefined || to === undefined ? undefined : { start: from, end: to };
  };
}
