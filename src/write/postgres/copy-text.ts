/** The values of a row, as the text format of `COPY` and PostgreSQL's own types spell them. */

/** What a text must not have as it stands: what `COPY` reads as marks of its own, NULs, and halves of pairs. */
const TELLING = /[\\\n\r\t\0\ud800-\udfff]/;
const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** `\u0000` and the halves of pairs as JSON escapes them, and any other escape, which they may not begin in. */
const JSON_ESCAPE = /\\(?:u(0000|d[89a-f][0-9a-f]{2})|.)/gi;

/**
 * Spells values for `COPY`. PostgreSQL's texts hold no NUL and no half of a surrogate pair: U+FFFD stands in
 * their place, one character for one, so that every position stays true.
 */
export class CopyText {
  /** How many characters U+FFFD stands for so far. */
  replaced = 0;

  /** A cell of the type `text`. */
  text(value: string): string {
    if (!TELLING.test(value)) return value;
    const held = withoutUnheld(value, () => {
      this.replaced++;
    });
    return held.replace(/[\\\n\r\t]/g, (mark) => ESCAPES[mark]);
  }

  /** A cell of the type `jsonb`. @param json as `JSON.stringify` writes it: halves of pairs are escaped */
  json(json: string): string {
    return this.text(
      json.includes('\\u')
        ? json.replace(JSON_ESCAPE, (written, unit) => {
            if (unit === undefined) return written;
            this.replaced++;
            return '\ufffd';
          })
        : json,
    );
  }

  /** A cell of the type `text[]`. */
  list(values: readonly string[]): string {
    const items = values.map((value) => `"${value.replace(/["\\]/g, '\\$&')}"`);
    return this.text(`{${items.join(',')}}`);
  }
}

/** A text with U+FFFD for what PostgreSQL can't hold. @param onEach called for each character replaced */
export function withoutUnheld(text: string, onEach?: () => void): string {
  return text.replace(/[\0\p{Cs}]/gu, () => {
    onEach?.();
    return '\ufffd';
  });
}
