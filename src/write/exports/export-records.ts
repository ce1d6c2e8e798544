import fs from 'node:fs';
import { dirname, join, sep } from 'node:path';
import type { DocumentRecord } from '../../record/index.ts';
import { makeFolder, moveFile, onDisk, writeAll } from '../disk.ts';
import { textPathOf } from '../text-files.ts';
import type { ExportFormat, Parts, Piece } from './format.ts';

/** What an export came to. */
export interface ExportSummary {
  readonly records: number;
  /** Ids of records whose piece is larger than what the tool takes at once, as it is installed. */
  readonly oversized: readonly string[];
}

/**
 * Writes records in another format into a folder, one record in memory at a time. Files come to their place
 * when all is written.
 *
 * @throws GuiyiError GY501 where the disk fails; what was there is then as it was
 */
export function exportRecords(
  records: Iterable<DocumentRecord>,
  format: ExportFormat,
  folder: string,
): ExportSummary {
  const draft = join(folder, `.export-${process.pid}`);
  // One of a process that was killed would be added to.
  onDisk(draft, () => fs.rmSync(draft, { recursive: true, force: true }));
  makeFolder(draft);
  const files = new Set<string>();
  const append = (file: string, bytes: Uint8Array) => {
    const path = join(draft, file);
    if (!files.has(file)) makeFolder(dirname(path));
    onDisk(path, () => {
      const handle = fs.openSync(path, 'a');
      try {
        writeAll(handle, bytes, path);
      } finally {
        fs.closeSync(handle);
      }
    });
    files.add(file);
  };
  const appendText = ({ file, text }: Piece, between = '') =>
    append(file, Buffer.from(between + text, 'utf8'));
  try {
    for (const head of format.heads ?? []) appendText(head);
    const parts = format.parts && new PartNames(format.parts);
    const begun = new Set<string>();
    const names = new Set<string>();
    const oversized: string[] = [];
    let count = 0;
    for (const record of records) {
      let name = textPathOf(record.source.path)
        .replace(/\.txt$/i, '')
        .replaceAll(sep, '/');
      while (names.has(name)) name += '-';
      names.add(name);
      for (const piece of format.pieces(record, name)) {
        if (parts === undefined) {
          appendText(piece, begun.has(piece.file) ? format.between : '');
          begun.add(piece.file);
        } else {
          const bytes = Buffer.from(piece.text, 'utf8');
          if (bytes.length > parts.limit) oversized.push(record.id);
          append(parts.fileFor(piece.file, bytes.length), bytes);
        }
      }
      count++;
    }
    for (const tail of format.tails ?? []) appendText(tail);
    for (const file of files) {
      const path = join(folder, file);
      makeFolder(dirname(path));
      moveFile(join(draft, file), path);
    }
    return { records: count, oversized };
  } finally {
    fs.rmSync(draft, { recursive: true, force: true });
  }
}

/** Numbers the parts of files, and begins a new one where a piece would not fit. */
class PartNames {
  readonly #bytes: number;
  readonly limit: number;
  readonly #current = new Map<string, { number: number; size: number }>();

  constructor({ bytes, limit }: Parts) {
    this.#bytes = bytes;
    this.limit = limit;
  }

  /** The part of `file` that takes a piece of `size` bytes. */
  fileFor(file: string, size: number): string {
    const part = this.#current.get(file) ?? { number: 1, size: 0 };
    this.#current.set(file, part);
    if (part.size > 0 && part.size + size > this.#bytes) {
      part.number++;
      part.size = 0;
    }
    part.size += size;
    const dot = file.lastIndexOf('.');
    return `${file.slice(0, dot)}-${String(part.number).padStart(4, '0')}${file.slice(dot)}`;
  }
}
