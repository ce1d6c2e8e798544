/**
 * Sends generated JSON Lines through `guiyi stream` and watches its memory and its CPU: both are to be the same in each
 * tenth after the warm-up, however long the stream.
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

/** Seconds of CPU that the command has used, all its threads together: user and system time are in hundredths. */
const used = () => {
  const fields = readFileSync(`/proc/${child.pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ');
  return (Number(fields[11]) + Number(fields[12])) / 100;
};

const started = Date.now();
const samples: number[] = [];
const cpu: number[] = [];
let sent = 0;
for (let number = 0; sent < megabytes * 1e6; number++) {
  // Lines of some 2 to 40 kB, as documents are.
  const line = `${JSON.stringify({ id: String(number), text: documentText(number, 20 + (number % 400)) })}\n`;
  sent += Buffer.byteLength(line);
  if (!child.stdin.write(line)) await once(child.stdin, 'drain');
  if (sent / (megabytes * 1e6) >= (samples.length + 1) / 10) {
    samples.push(resident());
    cpu.push(used());
  }
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
const tenths = cpu.map((seconds, i) => seconds - (cpu[i - 1] ?? 0));
console.log(`seconds of CPU for each tenth: ${tenths.map((each) => each.toFixed(1)).join(' ')}`);
process.exitCode = status === 0 && Math.max(...samples) < 700 && growth < 150 ? 0 : 1;
