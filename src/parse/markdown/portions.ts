/** A part of a Markdown text that can be parsed by itself. */
export interface Portion {
  readonly markdown: string;
  /** Number of its first line, from 0. */
  readonly line: number;
}

/** Characters from which a portion may end. A parsed text takes a thousand times its own memory. */
const SIZE = 32_768;

/** Lines before which nothing ends: they may belong to the block above. */
const GOES_ON = /^(?:[ \t]|[-*+>|]|\d{1,9}[.)])/;

const FENCE = /^ {0,3}(`{3,}|~{3,})/;

/**
 * Cuts a long text into portions, at blank lines outside code and before a line that begins a block of its
 * own, so that time and memory grow with the portion. Each portion has its own link definitions, as a
 * document's text does not hang on them.
 */
export function* portionsOf(markdown: string): Generator<Portion> {
  if (markdown.length <= SIZE) {
    yield { markdown, line: 0 };
    return;
  }
  const lines = markdown.split('\n');
  let from = 0;
  let size = 0;
  let fence: string | undefined;
  for (const [index, line] of lines.entries()) {
    const mark = FENCE.exec(line)?.[1];
    if (fence === undefined) fence = mark;
    else if (mark !== undefined && mark[0] === fence[0] && mark.length >= fence.length) fence = undefined;
    const blank = lines[index - 1]?.trim() === '';
    if (size > SIZE && fence === undefined && blank && line.trim() !== '' && !GOES_ON.test(line)) {
      yield { markdown: lines.slice(from, index).join('\n'), line: from };
      from = index;
      size = 0;
    }
    size += line.length + 1;
  }
  yield { markdown: lines.slice(from).join('\n'), line: from };
}
