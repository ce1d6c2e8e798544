export { CorpusWriter } from './corpus-writer.ts';
export { makeFolder, onDisk, syncFolder } from './disk.ts';
export { linesOf } from './lines.ts';
export { type Manifest, type Timings, writeManifest } from './manifest.ts';
export { readRecords, recordFilesOf, type StoredRecord } from './read-records.ts';
export { digestOf, headOf, type RecordHead, toLine } from './record-line.ts';
export { type Rejection, rejectLine } from './rejects.ts';
export { CorpusDatabase, type Counts } from './sqlite/corpus-database.ts';
export type { DocumentSummary } from './summaries.ts';
