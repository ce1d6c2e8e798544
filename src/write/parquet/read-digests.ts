import fs from 'node:fs';
import { decompress } from '@bokuweb/zstd-wasm';
import { parquetReadObjects } from 'hyparquet';
import { GuiyiError } from '../../errors/index.ts';

/**
 * Ids and digests of a file of documents.
 *
 * @throws GuiyiError GY504 where the file is none of ours
 */
export async function readDigests(path: string): Promise<[id: string, digest: string][]> {
  const bytes = fs.readFileSync(path);
  try {
    const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
    const rows = await parquetReadObjects({
      file,
      columns: ['id', 'digest'],
      compressors: { ZSTD: (input) => decompress(input) },
    });
    return rows.map(({ id, digest }) => [String(id), String(digest)]);
  } catch (cause) {
    throw new GuiyiError('GY504', 'the file is no table of documents', { path }, { cause });
  }
}
