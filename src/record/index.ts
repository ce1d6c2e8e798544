export { type RecordOptions, record } from './record.ts';
export type { DocumentRecord, RecordEntity, RecordRelation } from './schema.ts';
