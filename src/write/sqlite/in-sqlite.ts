import Database from 'better-sqlite3';
import { sqliteGuard } from './sqlite-guard.ts';

/** Does something in a file that is not yet anybody's: nothing of it need outlast a failure. @throws GuiyiError GY501 */
export function inSqlite<T>(path: string, operation: (database: Database.Database) => T): T {
  return sqliteGuard(path, () => {
    const database = new Database(path);
    try {
      database.pragma('journal_mode = OFF');
      database.pragma('synchronous = OFF');
      database.pragma('cache_size = -65536');
      return operation(database);
    } finally {
      database.close();
    }
  });
}
