/**
 * Builds `dictionaries/big5-hkscs.tsv`: the characters that HKSCS-2008 and ETEN add to Big5, which Node's
 * own decoder turns into private-use code points.
 *
 *     npx tsx tools/dictionaries/build-big5-hkscs.ts big5-added.json
 *
 * The input is `encodings/tables/big5-added.json` of the iconv-lite package (MIT), the Encoding Standard's
 * index in short: runs of a first code and its characters, a number N for N more consecutive code points,
 * and U+0FFF before two code points that make one character.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packagedDictionaries } from '../../src/dictionary/index.ts';

/** The codes of a lead byte in order: trail bytes 40–7E, then A1–FE. */
const codeAfter = (code: number) =>
  (code & 0xff) === 0x7e ? code + 0x23 : (code & 0xff) === 0xfe ? ((code >> 8) + 1) * 0x100 + 0x40 : code + 1;

const [path] = process.argv.slice(2);
if (path === undefined) throw new Error('usage: build-big5-hkscs.ts big5-added.json');
const runs: (string | number)[][] = JSON.parse(readFileSync(path, 'utf8'));
const rows: string[] = [];
for (const [first, ...parts] of runs) {
  let characters = '';
  for (const part of parts) {
    if (typeof part === 'string') characters += part.replaceAll('\u0fff', '');
    else
      for (let more = 0; more < part; more++)
        characters += String.fromCodePoint(characters.codePointAt(characters.length - 1)! + 1);
  }
  let code = Number.parseInt(String(first), 16);
  // A row a lead byte, so that a row fits a screen.
  let row = '';
  let start = code;
  for (const character of characters.match(/.\p{Mn}*/gsu) ?? []) {
    if (code >> 8 !== start >> 8) {
      rows.push(`${start.toString(16)}\t${row}\ticonv-lite`);
      row = '';
      start = code;
    }
    row += character;
    code = codeAfter(code);
  }
  rows.push(`${start.toString(16)}\t${row}\ticonv-lite`);
}
writeFileSync(
  join(packagedDictionaries, 'big5-hkscs.tsv'),
  ['code\tcharacters\torigin', ...rows.sort(), ''].join('\n'),
);
