export { byteLines } from './byte-lines.ts';
export type { InputDocument, UnpackOptions } from './input-document.ts';
export { jsonLinesDocuments } from './json-lines.ts';
export { unpack } from './unpack.ts';
