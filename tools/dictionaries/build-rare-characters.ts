/**
 * Makes `dictionaries/rare-characters.tsv`: Simplified forms that OpenCC leaves out because many fonts show
 * them as empty boxes. Its `TSCharacters.txt` marks each with a comment before the row.
 *
 *     npx tsx tools/dictionaries/build-rare-characters.ts path/to/OpenCC/data/dictionary/TSCharacters.txt
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packagedDictionaries } from '../../src/dictionary/index.ts';

const [path] = process.argv.slice(2);
if (path === undefined) throw new RangeError('which TSCharacters.txt?');
const lines = readFileSync(path, 'utf8').split('\n');
const rows = lines
  .flatMap((line, index) => (line.startsWith('# @tofu-risk:') ? [lines[index + 1]] : []))
  .map((row) => {
    const [traditional, values] = row.split('\t');
    const simplified = values.split(' ').find((value) => value !== traditional) as string;
    return { traditional, simplified };
  })
  .sort((a, b) => (a.traditional.codePointAt(0) as number) - (b.traditional.codePointAt(0) as number))
  .map(({ traditional, simplified }) => `${traditional}\t${simplified}\topencc\n`);
writeFileSync(
  join(packagedDictionaries, 'rare-characters.tsv'),
  `traditional\tsimplified\torigin\n${rows.join('')}`,
);
console.log(`${rows.length} characters`);
