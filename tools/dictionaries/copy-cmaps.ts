/**
 * Copies the CMaps of Chinese fonts into `dictionaries/cmaps`: PDFs that name one of them for a font that
 * they don't embed have no other way from codes to characters.
 *
 *     npx tsx tools/dictionaries/copy-cmaps.ts FOLDER
 *
 * FOLDER is `cmaps` of the pdfjs-dist package: Adobe's CMap resources (BSD-3-Clause) in its binary form.
 */
import { copyFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Dictionaries } from '../../src/dictionary/index.ts';

/** Adobe-GB1 and Adobe-CNS1: by code, and to Unicode. UTF-8 and UTF-32 are never named in PDFs. */
const CHINESE = /^(?:GB|B5|CNS|ET|HK|UniGB-U(?:CS2|TF16)|UniCNS-U(?:CS2|TF16)|Adobe-(?:GB1|CNS1)-UCS2)/;

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('usage: copy-cmaps.ts FOLDER');
for (const name of readdirSync(folder)) {
  if (CHINESE.test(name) || name === 'LICENSE') {
    copyFileSync(join(folder, name), join(Dictionaries.packagedFile('cmaps'), name));
  }
}
