export { codes, type ErrorCode } from './codes.ts';
export { type ErrorPlace, GuiyiError } from './guiyi-error.ts';
