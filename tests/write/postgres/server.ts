import { type SpawnSyncOptions, spawnSync } from 'node:child_process';
import {
  chownSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';

/** The user that may do everything on the server, by its socket without a password. */
export const OWNER = 'guiyi';
export const PASSWORD = 'p@ss#1';

/** The folder of the server's programs, where they are installed. */
const binaries = findBinaries();

/** True where tests can have a server. With `GUIYI_NEEDS_POSTGRES` set, as in CI, they must. */
export const hasPostgres = binaries !== undefined;
if (!hasPostgres && process.env.GUIYI_NEEDS_POSTGRES) {
  throw new Error(
    'GUIYI_NEEDS_POSTGRES is set, and initdb is neither on the PATH nor in /usr/lib/postgresql',
  );
}

function findBinaries(): string | undefined {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian)
    ? readdirSync(debian).sort((a, b) => Number.parseInt(b, 10) - Number.parseInt(a, 10))
    : [];
  const folders = [
    ...versions.map((version) => join(debian, version, 'bin')),
    ...(process.env.PATH ?? '').split(':'),
  ];
  return folders.find((folder) => ['initdb', 'pg_ctl'].every((name) => existsSync(join(folder, name))));
}

/** A PostgreSQL server of our own, in a temporary folder, on a free port and a socket. */
export class TemporaryServer {
  readonly #folder: string;
  readonly #port: number;

  private constructor(folder: string, port: number) {
    this.#folder = folder;
    this.#port = port;
  }

  static async start(): Promise<TemporaryServer> {
    const folder = mkdtempSync(join(tmpdir(), 'guiyi-pg-'));
    const user = unprivileged();
    if (user !== undefined) chownSync(folder, user.uid, user.gid);
    const passwordFile = join(folder, 'password');
    writeFileSync(passwordFile, PASSWORD);
    const server = new TemporaryServer(folder, await freePort());
    server.#program('initdb', [
      ...['--pgdata', join(folder, 'data'), '--username', OWNER, '--pwfile', passwordFile],
      ...[
        '--encoding',
        'UTF8',
        '--locale',
        'C',
        '--no-sync',
        '--auth-local=trust',
        '--auth-host=scram-sha-256',
      ],
    ]);
    server.restart();
    return server;
  }

  /** Starts the server where it does not run. */
  restart(): void {
    const settings = [
      `-c unix_socket_directories=${this.#folder} -c listen_addresses=127.0.0.1 -c port=${this.#port}`,
      '-c fsync=off -c max_connections=20 -c shared_buffers=32MB',
    ];
    const log = join(this.#folder, 'log');
    this.#program('pg_ctl', [
      'start',
      '-w',
      '-D',
      join(this.#folder, 'data'),
      '-l',
      log,
      '-o',
      settings.join(' '),
    ]);
  }

  /** Ends it as a failure of the machine would: nobody is asked, nothing is written. */
  kill(): void {
    this.#program('pg_ctl', ['stop', '-m', 'immediate', '-D', join(this.#folder, 'data')]);
  }

  /** Ends it and takes its folder away. */
  remove(): void {
    spawnSync(join(binaries!, 'pg_ctl'), ['stop', '-m', 'immediate', '-D', join(this.#folder, 'data')], {
      ...(unprivileged() ?? {}),
    });
    rmSync(this.#folder, { recursive: true, force: true });
  }

  /** The URL of a database by the socket, as the owner. */
  url(database: string, parameters = ''): string {
    return `postgres://${OWNER}@/${database}?host=${this.#folder}&port=${this.#port}${parameters}`;
  }

  /** The URL of a database by TCP, where a password is asked for. @param login `user:password` */
  tcpUrl(database: string, login: string): string {
    return `postgres://${login}@127.0.0.1:${this.#port}/${database}`;
  }

  /** Makes an empty database. @returns its URL */
  async createDatabase(name: string, options = ''): Promise<string> {
    await this.query('postgres', `CREATE DATABASE "${name}" ${options}`);
    return this.url(name);
  }

  /** The rows of one or more statements, as the owner. */
  async query<Row>(database: string, sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    return this.connected(
      database,
      async (client) => (await client.query(sql, [...parameters])).rows as Row[],
    );
  }

  /** Does something with a connection of the owner. */
  async connected<T>(database: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
    const client = new pg.Client({ connectionString: this.url(database) });
    await client.connect();
    try {
      return await work(client);
    } finally {
      await client.end();
    }
  }

  #program(name: string, args: readonly string[]): void {
    const options: SpawnSyncOptions = {
      cwd: this.#folder,
      env: { ...process.env, LC_ALL: 'C' },
      // pg_ctl leaves the server its own output: nobody must wait for its end.
      stdio: ['ignore', 'ignore', name === 'initdb' ? 'pipe' : 'ignore'],
      ...(unprivileged() ?? {}),
    };
    const { status, stderr, error } = spawnSync(join(binaries!, name), [...args], options);
    if (status === 0) return;
    const log = join(this.#folder, 'log');
    const said = existsSync(log) ? readFileSync(log, 'utf8') : '';
    throw new Error(`${name}: ${error?.message ?? `${stderr}`} ${said}`);
  }
}

/** Whom the server's programs run as where we are root, which they refuse. */
function unprivileged(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n');
  const [, , uid, gid] = ['postgres', 'nobody']
    .flatMap((name) => lines.filter((line) => line.startsWith(`${name}:`)))[0]
    .split(':')
    .map(Number);
  return { uid, gid };
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as { port: number };
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
