import fs from 'node:fs';
import { onDisk, writeIfChanged } from './disk.ts';
import { linesOf } from './lines.ts';
import type { RecordHead } from './record-line.ts';

/** A document that is left out of the corpus, as its text stands there already. */
export interface DroppedDocument {
  readonly path: string;
  /** The document with the same text that comes before it. */
  readonly first: string;
  /** What the texts have in common. */
  readonly fingerprint: string;
  /** Of the record that it would have: by it the next run knows that there is nothing new. */
  readonly head: RecordHead;
}

/** The documents that the last run into a folder dropped, by id. */
export function readDropped(path: string): Map<string, DroppedDocument> {
  const dropped = new Map<string, DroppedDocument>();
  if (!fs.existsSync(path)) return dropped;
  for (const { line } of linesOf(path)) {
    try {
      const document: DroppedDocument = JSON.parse(line.toString('utf8'));
      dropped.set(document.head.id, document);
    } catch {
      // Somebody wrote into it: what it does not say is found out again.
    }
  }
  return dropped;
}

/** Writes the list of what was dropped; no file where nothing was. Tells whether the file changed. @throws GuiyiError GY501 */
export function writeDropped(path: string, dropped: readonly DroppedDocument[], workFolder: string): boolean {
  if (dropped.length > 0) {
    return writeIfChanged(
      path,
      dropped.map((document) => `${JSON.stringify(document)}\n`).join(''),
      workFolder,
    );
  }
  if (!fs.existsSync(path)) return false;
  onDisk(path, () => fs.rmSync(path));
  return true;
}
