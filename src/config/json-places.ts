/** A JSON text that can't be read: what was expected, and where (0-based, UTF-16 units). */
export class JsonSyntaxError extends Error {
  constructor(
    reason: string,
    readonly at: number,
  ) {
    super(reason);
  }
}

/**
 * Parses a JSON text and tells where each member of the outermost object stands, which `JSON.parse` can't,
 * so that an error in a file can name its line and column.
 *
 * @returns the value, and per key of the outermost object the position of the key and of its value
 * @throws JsonSyntaxError
 */
export function parseWithPlaces(text: string): {
  value: unknown;
  places: Map<string, { key: number; value: number }>;
} {
  const places = new Map<string, { key: number; value: number }>();
  let at = 0;
  const fail = (reason: string, where = at): never => {
    throw new JsonSyntaxError(reason, where);
  };
  const skip = () => {
    while (at < text.length && ' \t\r\n'.includes(text[at])) at++;
  };
  const scalar = (pattern: RegExp, what: string): unknown => {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found === null) return fail(at >= text.length ? 'the file ends here' : `${what} was expected here`);
    at = pattern.lastIndex;
    return JSON.parse(found[0]);
  };
  const string = () =>
    scalar(/"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y, 'a string in "…"');
  const list = (close: string, depth: number, one: () => void) => {
    if (depth > 100) fail('it is nested too deeply');
    at++;
    skip();
    if (text[at] === close) {
      at++;
      return;
    }
    for (;;) {
      skip();
      one();
      skip();
      if (text[at] === ',') at++;
      else if (text[at] === close) break;
      else fail(at >= text.length ? 'the file ends here' : `, or ${close} was expected here`);
    }
    at++;
  };
  const read = (depth: number): unknown => {
    skip();
    if (text[at] === '{') {
      const members: [string, unknown][] = [];
      list('}', depth, () => {
        const keyAt = at;
        const key = string() as string;
        skip();
        if (text[at] !== ':') fail('a colon was expected here');
        at++;
        skip();
        const valueAt = at;
        members.push([key, read(depth + 1)]);
        if (depth === 0) places.set(key, { key: keyAt, value: valueAt });
      });
      return Object.fromEntries(members);
    }
    if (text[at] === '[') {
      const values: unknown[] = [];
      list(']', depth, () => values.push(read(depth + 1)));
      return values;
    }
    if (text[at] === '"') return string();
    return scalar(/true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y, 'a value');
  };
  const value = read(0);
  skip();
  if (at < text.length) fail('nothing more was expected here');
  return { value, places };
}
