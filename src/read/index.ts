export { documentId } from './identity.ts';
export { type InputFile, type ListOptions, listInputs, type Rejection, readingError } from './list-inputs.ts';
export { type ReadOptions, readInput, readInputs, type SourceFile } from './read-inputs.ts';
