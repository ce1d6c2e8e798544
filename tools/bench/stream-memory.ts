/**
 * Sends generated JSON Lines through `guiyi stream` and watches its memory: flat after the warm-up, or not.
 *
 *     npx tsx tools/bench/stream-memory.ts [megabytes]
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { command, documentText } from '../trials/fixtures.ts';

const megabytes = Number(process.argv[2] ?? 200);
const child = spawn(process.execPath, [command, 'stream'], { stdio: ['pipe', 'pipe', 'inherit'] });
let out = 0;
child.stdout.on('data', (bytes: Buffer) => {
  out += bytes.length;
});

/** Resident memory of the command, in MB, as Linux tells it. */
const resident = () =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1] ?? 0) / 1_024;

const started = Date.now();
const samples: number[] = [];
let sent = 0;
for (let number = 0; sent < megabytes * 1e6; number++) {
  // Lines of some 2 to 40 kB, as documents are.
  const line = `${JSON.stringify({ id: String(number), text: documentText(number, 20 + (number % 400)) })}\n`;
  sent += Buffer.byteLength(line);
  if (!child.stdin.write(line)) await once(child.stdin, 'drain');
  if (sent / (megabytes * 1e6) >= (samples.length + 1) / 10) samples.push(resident());
}
child.stdin.end();
const [status] = await once(child, 'exit');
const seconds = (Date.now() - started) / 1_000;
console.log(
  `${megabytes} MB in, ${(out / 1e6).toFixed(0)} MB out, status ${status}, ${seconds.toFixed(0)} s`,
);
console.log(`resident MB at each tenth: ${samples.map((mb) => mb.toFixed(0)).join(' ')}`);
const warm = samples.slice(2);
const growth = Math.max(...warm) - Math.min(...warm);
console.log(
  `after the warm-up between ${Math.min(...warm).toFixed(0)} and ${Math.max(...warm).toFixed(0)} MB`,
);
process.exitCode = status === 0 && Math.max(...samples) < 700 && growth < 150 ? 0 : 1;
