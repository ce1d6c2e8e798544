/**
 * The first bytes of common formats that are no text. Text can't begin with any of them: each has a
 * control character, a byte that no encoding allows there, or a signature that nobody writes by chance.
 */
const signatures: readonly (readonly [string, readonly number[]])[] = [
  ['a PDF', ascii('%PDF-')],
  ['a zip archive or Office document', [0x50, 0x4b, 0x03, 0x04]],
  ['an empty zip archive', [0x50, 0x4b, 0x05, 0x06]],
  ['an old Office document (DOC, XLS or PPT)', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  ['an RTF document', ascii('{\\rtf')],
  ['a PNG image', [0x89, ...ascii('PNG\r\n\x1a\n')]],
  ['a JPEG image', [0xff, 0xd8, 0xff]],
  ['a GIF image', ascii('GIF8')],
  ['a TIFF image', [0x49, 0x49, 0x2a, 0x00]],
  ['a TIFF image', [0x4d, 0x4d, 0x00, 0x2a]],
  ['a gzip archive', [0x1f, 0x8b, 0x08]],
  ['a bzip2 archive', ascii('BZh')],
  ['an xz archive', [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00]],
  ['a Zstandard archive', [0x28, 0xb5, 0x2f, 0xfd]],
  ['a 7z archive', [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]],
  ['a RAR archive', [...ascii('Rar!'), 0x1a, 0x07]],
  ['a program (ELF)', [0x7f, ...ascii('ELF')]],
  ['an SQLite database', ascii('SQLite format 3\0')],
  ['a Parquet file', ascii('PAR1')],
];

function ascii(text: string): number[] {
  return Array.from(text, (character) => character.charCodeAt(0));
}

/** What a file is, by its first bytes, where it is of a well-known format that is no text. */
export function signatureOf(bytes: Uint8Array): string | undefined {
  return signatures.find(([, signature]) => signature.every((byte, i) => bytes[i] === byte))?.[0];
}
