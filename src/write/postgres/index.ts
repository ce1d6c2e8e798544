export { CorpusLoad, type RowCounts } from './corpus-load.ts';
export { searchCorpus } from './search-corpus.ts';
