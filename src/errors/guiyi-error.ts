import { codes, type ErrorCode } from './codes.ts';

/** Where an error lies, as far as it is known. */
export interface ErrorPlace {
  readonly path?: string;
  /** 1-based. */
  readonly line?: number;
  /** 1-based, in UTF-16 units. */
  readonly column?: number;
  /** 0-based offset in the file's bytes. */
  readonly byte?: number;
}

/** An error that a person can act on: what, where, and what to do, with a code that the docs explain. */
export class GuiyiError extends Error {
  override readonly name = 'GuiyiError';
  readonly code: ErrorCode;
  readonly detail: string;
  readonly place: ErrorPlace;

  /** @param detail what exactly is wrong here, in English, without the code's own title */
  constructor(code: ErrorCode, detail: string, place: ErrorPlace = {}, options?: ErrorOptions) {
    super(`${codes[code].en}: ${detail}`, options);
    this.code = code;
    this.detail = detail;
    this.place = place;
  }

  /** One line for people: `path:line:column: GY402 title: detail. Advice`. */
  describe(lang: 'en' | 'zh' = 'en'): string {
    const { path, line, column, byte } = this.place;
    const where = [path, line, column].filter((part) => part !== undefined).join(':');
    const at = byte === undefined ? '' : lang === 'zh' ? `（字节 ${byte}）` : ` (byte ${byte})`;
    const { advice, [lang]: title } = codes[this.code];
    const head = `${where === '' ? '' : `${where}: `}${this.code} ${title}${at}`;
    return lang === 'zh' ? `${head}：${this.detail}。${advice.zh}` : `${head}: ${this.detail}. ${advice.en}`;
  }
}
