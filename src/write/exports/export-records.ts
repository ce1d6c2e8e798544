import fs from 'node:fs';
import { dirname, join } from 'node:path';
import type { DocumentRecord } from '../../record/index.ts';
import { makeFolder, moveFile, onDisk, writeAll } from '../disk.ts';
import { textPathOf } from '../text-files.ts';
import type { ExportFormat, Piece } from './format.ts';

/**
 * Writes records in another format into a folder, one record in memory at a time. Files come to their place
 * when all is written. Tells how many records there were.
 *
 * @throws GuiyiError GY501 where the disk fails; what was there is then as it was
 */
export function exportRecords(
  records: Iterable<DocumentRecord>,
  format: ExportFormat,
  folder: string,
): number {
  const draft = join(folder, `.export-${process.pid}`);
  makeFolder(draft);
  const files = new Set<string>();
  const append = ({ file, text }: Piece, between = '') => {
    const path = join(draft, file);
    if (!files.has(file)) makeFolder(dirname(path));
    onDisk(path, () => {
      const handle = fs.openSync(path, 'a');
      try {
        writeAll(handle, Buffer.from(between + text, 'utf8'), path);
      } finally {
        fs.closeSync(handle);
      }
    });
    files.add(file);
  };
  try {
    for (const head of format.heads ?? []) append(head);
    const begun = new Set<string>();
    const names = new Set<string>();
    let count = 0;
    for (const record of records) {
      let name = textPathOf(record.source.path).replace(/\.txt$/i, '');
      while (names.has(name)) name += '-';
      names.add(name);
      for (const piece of format.pieces(record, name)) {
        append(piece, begun.has(piece.file) ? format.between : '');
        begun.add(piece.file);
      }
      count++;
    }
    for (const tail of format.tails ?? []) append(tail);
    for (const file of files) {
      const path = join(folder, file);
      makeFolder(dirname(path));
      moveFile(join(draft, file), path);
    }
    return count;
  } finally {
    fs.rmSync(draft, { recursive: true, force: true });
  }
}
