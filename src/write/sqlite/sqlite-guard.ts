import { GuiyiError } from '../../errors/index.ts';

/** What SQLite's codes mean, for people; for others its own message is kept. */
const meanings: Readonly<Record<string, string>> = {
  SQLITE_FULL: 'the disk is full',
  // SQLite opens for reading alone what it can't open for writing, and tells when it has to write.
  SQLITE_READONLY: 'the disk does not let the file be written',
  SQLITE_CANTOPEN: 'the disk does not let the file be opened',
};

/** Runs an operation on a database; what SQLite refuses becomes an error that names the file. @throws GuiyiError GY501 */
export function sqliteGuard<T>(path: string, operation: () => T): T {
  try {
    return operation();
  } catch (cause) {
    if (!(cause instanceof Error) || cause.name !== 'SqliteError') throw cause;
    const { code } = cause as Error & { code: string };
    const meaning =
      meanings[code] ?? (code.startsWith('SQLITE_IOERR') ? 'the disk reports an I/O error' : cause.message);
    throw new GuiyiError('GY501', `${meaning} (${code})`, { path }, { cause });
  }
}
