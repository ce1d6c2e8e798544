import { GuiyiError } from '../../errors/index.ts';

/** Deepest nesting of elements that is parsed; real pages stay under 60. */
const DEEPEST = 400;

/** Most elements that are parsed: real pages have a few thousand, and each costs a kilobyte. */
const MOST = 150_000;

/** Elements without an end tag, and those whose end tag is commonly left out. */
const UNCLOSED =
  /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr|p|li|dt|dd|tr|td|th|tbody|thead|tfoot|option|optgroup|colgroup|caption)$/i;

const TAG = /<(\/?)([a-z][a-z0-9-]{0,30})\b/gi;

/**
 * Refuses a page nested so deeply, or of so many elements, that parsing it would take minutes or all of the
 * memory. Counts tags only, in one pass: as the parser closes elements by rules, the depth is an upper bound
 * for real pages.
 *
 * @throws GuiyiError GY107 where it has too many elements, GY109 where it is nested too deeply
 */
export function assertBearable(html: string, path: string): void {
  let depth = 0;
  let count = 0;
  for (const { 1: closing, 2: name, index } of html.matchAll(TAG)) {
    if (closing === '' && ++count > MOST)
      throw new GuiyiError('GY107', `more than ${MOST} elements`, { path });
    if (UNCLOSED.test(name)) continue;
    depth = Math.max(0, depth + (closing === '/' ? -1 : 1));
    if (depth > DEEPEST) {
      const line = html.slice(0, index).split('\n').length;
      throw new GuiyiError('GY109', `more than ${DEEPEST} elements within each other`, { path, line });
    }
  }
}
