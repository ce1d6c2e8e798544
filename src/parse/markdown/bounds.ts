import { GuiyiError } from '../../errors/index.ts';

/** Deepest nesting of quotes and lists that is parsed: the cost of parsing grows with its square. */
const DEEPEST = 60;

const MARKER = /^([ \t]*(?:>[ \t]?)*)([-+*]|\d{1,9}[.)])?(?=[ \t]|$)/;

/**
 * Refuses a text whose quotes and lists are nested so deeply that parsing it would take minutes. An upper
 * bound for real texts: looks at the marks before each line only.
 *
 * @throws GuiyiError GY109
 */
export function assertShallow(markdown: string, path: string): void {
  let indents: number[] = [];
  let number = 0;
  for (const line of markdown.split('\n')) {
    number++;
    const marks = line.match(/^[ \t]*(?:[>*+-][ \t]*)*/)?.[0].replace(/[ \t]/g, '') ?? '';
    const [, before = '', bullet] = MARKER.exec(line) ?? [];
    if (bullet !== undefined) {
      indents = indents.filter((indent) => indent < before.length);
      indents.push(before.length);
    }
    // A rule is a line of one mark, and no nesting.
    const isRule = /^(?:-+|\*+)$/.test(marks) && line.trim().replace(/[ \t]/g, '') === marks;
    if (indents.length > DEEPEST || (marks.length > DEEPEST && !isRule)) {
      throw new GuiyiError('GY109', `more than ${DEEPEST} quotes or lists within each other`, {
        path,
        line: number,
      });
    }
  }
}
