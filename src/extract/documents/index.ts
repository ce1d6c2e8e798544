export { documents } from './documents.ts';
export { documentStarts, type FoundDocument, findDocuments } from './find-documents.ts';
