/** The encodings that Guiyi reads. `gb18030` includes GBK and GB 2312, `big5` includes HKSCS. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'big5';

/** The first place where bytes do not follow an encoding. */
export interface Flaw {
  /** 0-based offset of the first byte of the character that is broken. */
  readonly byte: number;
  /** True where the bytes simply end within a character: nothing is wrong but that the rest is missing. */
  readonly truncated: boolean;
}

/** How the bytes of one encoding become text. Byte order marks are the caller's business. */
export interface Codec {
  /** All of the text, U+FFFD for what does not fit: to judge by, never to hand out. */
  readLoosely(bytes: Uint8Array): string;
  /** The text, or where the bytes first fail. */
  readStrictly(bytes: Uint8Array): string | Flaw;
  /** Length in bytes of the character at `at`; 0 where there is none, as `flawAt` then explains. */
  lengthAt(bytes: Uint8Array, at: number): number;
}
