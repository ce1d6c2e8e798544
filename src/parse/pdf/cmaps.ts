import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Dictionaries } from '../../dictionary/index.ts';

/**
 * Where the PDF reader gets the CMaps of fonts that a file names and does not embed: from the package's
 * own folder. Without them such a file has no text at all.
 */
export class PackagedCMaps {
  /** @throws where the file is not among the packaged ones; the reader then leaves the font's text out */
  async fetch({ filename }: { kind: string; filename: string }): Promise<Uint8Array> {
    if (!/^[\w-]+\.bcmap$/.test(filename)) throw new Error(`no such CMap: ${filename}`);
    return new Uint8Array(await readFile(join(Dictionaries.packagedFile('cmaps'), filename)));
  }
}
