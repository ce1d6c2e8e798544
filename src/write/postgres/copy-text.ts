/** The values of a row, as the text format of `COPY` and PostgreSQL's own types spell them. */

/**
 * What PostgreSQL's texts can't hold: NULs and halves of surrogate pairs. U+FFFD stands in their place, one
 * character for one, so that every position stays true.
 */
const UNHELD = /[\0\p{Cs}]/gu;
/** The same as `JSON.stringify` escapes them; any other escape too, as they may not begin within one. */
const UNHELD_IN_JSON = /\\(?:u(0000|d[89a-f][0-9a-f]{2})|.)/gi;
/** What a text must not have as it stands: marks of `COPY`, or perhaps something that can't be held. */
const TELLING = /[\\\n\r\t\0\ud800-\udfff]/;
const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** A text as PostgreSQL can hold it. */
export function holdable(text: string): string {
  return text.replace(UNHELD, '\ufffd');
}

/** A JSON text as PostgreSQL can hold it. @param json as `JSON.stringify` writes it: halves of pairs are escaped */
export function holdableJson(json: string): string {
  if (!json.includes('\\u')) return json;
  return json.replace(UNHELD_IN_JSON, (written, unit) => (unit === undefined ? written : '\ufffd'));
}

/** A cell of the type `text`. */
export function textCell(text: string): string {
  if (!TELLING.test(text)) return text;
  return holdable(text).replace(/[\\\n\r\t]/g, (mark) => ESCAPES[mark]);
}

/** A cell of the type `jsonb`. */
export function jsonCell(json: string): string {
  return textCell(holdableJson(json));
}

/** A cell of the type `text[]`. */
export function listCell(values: readonly string[]): string {
  const items = values.map((value) => `"${value.replace(/["\\]/g, '\\$&')}"`);
  return textCell(`{${items.join(',')}}`);
}
