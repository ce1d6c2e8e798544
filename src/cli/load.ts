import { GuiyiError } from '../errors/index.ts';
import { CorpusDatabase, readRecords } from '../write/index.ts';
import type { Call } from './call.ts';
import { status } from './perform.ts';

/** `guiyi load <records…> --to sqlite:FILE` */
export async function perform({ lang, flags, arguments: paths }: Call): Promise<number> {
  const { to } = flags;
  if (to === undefined) throw new GuiyiError('GY303', '--to is missing: where shall the records go?');
  const file = /^sqlite:(.+)$/.exec(to)?.[1];
  if (file === undefined) throw new GuiyiError('GY302', `--to takes sqlite:FILE, not '${to}'`);
  const database = new CorpusDatabase(file);
  let records = 0;
  try {
    for (const { record, digest } of readRecords(paths)) {
      database.put(record, digest);
      records++;
    }
  } catch (error) {
    database.abandon();
    throw error;
  }
  database.commit();
  database.index();
  const { changes } = database;
  database.close();
  if (flags.json) process.stdout.write(`${JSON.stringify({ records, changes })}\n`);
  else if (!flags.quiet) {
    process.stdout.write(
      lang === 'zh'
        ? `${records} 条记录在 ${file} 中；改动 ${changes} 行。\n`
        : `${records} records are in ${file}; ${changes} rows changed.\n`,
    );
  }
  return status.fine;
}
