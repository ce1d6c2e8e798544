/**
 * Compiles the two native modules, side by side, from the sources that npm brought.
 *
 * Their own install scripts would first try to download a binary from elsewhere; here nothing comes from
 * outside the registry, and Node's own headers are used where Node was installed with them. Runs as part
 * of `npm ci` in a checkout; does nothing where the modules are built.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const modules = { nodejieba: 'nodejieba.node', 'better-sqlite3': 'better_sqlite3.node' };
const missing = Object.entries(modules)
  .map(([name, binary]) => ({ name, folder: join(root, 'node_modules', name), binary }))
  .filter(({ folder, binary }) => !existsSync(join(folder, 'build/Release', binary)));

/** Runs node-gyp in a folder; gives its whole output where it fails. */
function compile({ name, folder }) {
  const headers = dirname(dirname(process.execPath));
  const own = existsSync(join(headers, 'include/node/node.h')) ? [`--nodedir=${headers}`] : [];
  return new Promise((resolve) => {
    const gyp = spawn('node-gyp', ['rebuild', '--release', ...own], {
      cwd: folder,
      shell: process.platform === 'win32',
    });
    let output = '';
    gyp.stdout.on('data', (data) => {
      output += data;
    });
    gyp.stderr.on('data', (data) => {
      output += data;
    });
    gyp.on('error', (error) => resolve({ name, failed: true, output: String(error) }));
    gyp.on('close', (code) => resolve({ name, failed: code !== 0, output }));
  });
}

if (missing.length > 0) {
  console.log(`compiling ${missing.map(({ name }) => name).join(' and ')}: about a minute`);
  const failures = (await Promise.all(missing.map(compile))).filter(({ failed }) => failed);
  for (const { name, output } of failures) {
    console.error(`${output}\n${name} could not be compiled. It needs a C++ compiler, make and Python 3:`);
    console.error(
      'on Debian or Ubuntu `apt-get install g++ make python3`, on macOS `xcode-select --install`.',
    );
  }
  if (failures.length > 0) process.exit(1);
}
