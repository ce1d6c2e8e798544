export { documents } from './documents.ts';
export { type FoundDocument, findDocuments } from './find-documents.ts';
