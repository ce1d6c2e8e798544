export { ParquetFolder } from './parquet-folder.ts';
