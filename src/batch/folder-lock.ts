import fs from 'node:fs';
import { join } from 'node:path';
import { GuiyiError } from '../errors/index.ts';
import { discard, makeFolder, onDisk } from '../write/index.ts';

/**
 * Holds a folder for one run: a file in it names the process. A lock whose process is gone (killed, or the
 * machine went down) is taken over.
 */
export class FolderLock {
  readonly #path: string;

  /** @throws GuiyiError GY502 where another run holds the folder */
  constructor(folder: string) {
    makeFolder(folder);
    this.#path = join(folder, 'lock.json');
    const mine = `${process.pid}.tmp`;
    const draft = join(folder, mine);
    onDisk(draft, () => fs.writeFileSync(draft, JSON.stringify({ pid: process.pid })));
    try {
      // A link appears whole or not at all, and never over another; a file opened with 'wx' is empty at first.
      while (!this.#link(draft)) this.#clearStale();
    } finally {
      discard(draft);
    }
  }

  release(): void {
    // One that stays is stale as soon as this process ends.
    discard(this.#path);
  }

  #link(draft: string): boolean {
    try {
      fs.linkSync(draft, this.#path);
      return true;
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code === 'EEXIST') return false;
      return onDisk(this.#path, () => {
        throw cause;
      });
    }
  }

  #clearStale(): void {
    const pid = this.#holder();
    if (pid !== undefined && isAlive(pid)) {
      throw new GuiyiError('GY502', `process ${pid} holds it`, { path: this.#path });
    }
    // Of two that find the same stale lock only one can move it away.
    const away = `${this.#path}.${process.pid}.stale`;
    try {
      fs.renameSync(this.#path, away);
      fs.rmSync(away, { force: true });
    } catch {
      // The other one was quicker: look again.
    }
  }

  /** The process that the lock names; nothing where the lock is gone or not readable. */
  #holder(): number | undefined {
    try {
      const { pid } = JSON.parse(fs.readFileSync(this.#path, 'utf8'));
      return Number.isSafeInteger(pid) && pid > 0 ? pid : undefined;
    } catch {
      return undefined;
    }
  }
}

function isAlive(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: there is such a process, it is only not ours.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
