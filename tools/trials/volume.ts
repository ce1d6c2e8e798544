/**
 * Runs over more and more generated text: the CPU for each megabyte must stay the same within a tenth, and the memory
 * flat. Seconds of CPU are compared, as what else the machine does lengthens the others.
 *
 *     npx tsx tools/trials/volume.ts [megabytes] [workers]
 *
 * A quarter of that many megabytes, then all of them. The output takes some forty times as much disk.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { documentText, writeDocuments } from './fixtures.ts';
import { measuredRun } from './measured-run.ts';

const [megabytes = 2_000, workers = 2] = process.argv.slice(2).map(Number);
/** Lines of a document, some 30 kB. */
const LINES = 400;
const shares = [1 / 4, 1];
const folder = mkdtempSync(join(tmpdir(), 'guiyi-volume-'));
try {
  console.log(['MB of text', 'documents', 'seconds', 'CPU', 'CPU a MB', 'most MB'].join('\t'));
  const found = shares.map((share) => {
    const wanted = megabytes * share;
    const input = join(folder, 'input');
    const size = Buffer.byteLength(documentText(0, LINES));
    writeDocuments(input, Math.max(1, Math.round((wanted * 1e6) / size)), LINES);
    const figures = measuredRun(input, join(folder, 'out'), workers);
    for (const name of ['input', 'out']) rmSync(join(folder, name), { recursive: true, force: true });
    const { documents, seconds, cpu } = figures;
    const each = cpu / wanted;
    console.log(
      [wanted, documents, seconds.toFixed(0), cpu.toFixed(0), each.toFixed(3), figures.megabytes].join('\t'),
    );
    return { each, memory: figures.megabytes };
  });
  const [part, whole] = found;
  const slower = whole.each / part.each - 1;
  const larger = whole.memory / part.memory - 1;
  const percent = (ratio: number) => `${(100 * ratio).toFixed(1)} %`;
  console.log(`from a quarter to all of it: CPU a MB ${percent(slower)}, memory ${percent(larger)}`);
  process.exitCode = slower > 0.1 || larger > 0.15 ? 1 : 0;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
