export { byteLines } from './byte-lines.ts';
export { type TextAndFields, textAndFields } from './fields.ts';
export type { InputDocument, UnpackOptions } from './input-document.ts';
export { jsonLinesDocuments, parsedJson } from './json-lines.ts';
export {
  assertUnpackOptions,
  type Package,
  type PackedFile,
  unpack,
  unpackMany,
  unpackOne,
} from './unpack.ts';
