import { GuiyiError } from '../errors/index.ts';
import { readRecords } from '../write/index.ts';
import type { Call } from './call.ts';
import type { Lang } from './lang.ts';
import { type Loaded, openTarget } from './load-targets.ts';
import { status } from './perform.ts';

const words = {
  en: {
    stand: (n: number, where: string) => `${n} records are in ${where}`,
    rows: (n: number) => `${n} rows changed.`,
    kinds: ({ inserted, changed, deleted }: Loaded) =>
      `${inserted} rows inserted, ${changed} changed, ${deleted} deleted.`,
    replacing: (n: number) =>
      `${n} records have a NUL or half a surrogate pair, which the database can't hold: U+FFFD stands there; their messages say where.`,
  },
  zh: {
    stand: (n: number, where: string) => `${n} 条记录在 ${where} 中`,
    rows: (n: number) => `改动 ${n} 行。`,
    kinds: ({ inserted, changed, deleted }: Loaded) =>
      `新增 ${inserted} 行，改动 ${changed} 行，删除 ${deleted} 行。`,
    replacing: (n: number) =>
      `${n} 条记录含数据库无法存放的 NUL 或半个代理对，已以 U+FFFD 代替；位置见其 messages。`,
  },
} as const;

/** `guiyi load <records…> --to sqlite:FILE|postgres://…|parquet:DIR` */
export async function perform({ lang, flags, arguments: paths }: Call): Promise<number> {
  const { to, prune = false } = flags;
  if (to === undefined) throw new GuiyiError('GY303', '--to is missing: where shall the records go?');
  const target = await openTarget(to);
  let records = 0;
  let loaded: Loaded;
  try {
    for (const stored of readRecords(paths)) {
      await target.put(stored);
      records++;
    }
    if (prune && records === 0) {
      throw new GuiyiError('GY103', 'no record is there, and --prune would empty the database');
    }
    loaded = await target.finish({ prune });
  } catch (error) {
    await target.abandon();
    throw error;
  }
  if (flags.json) process.stdout.write(`${JSON.stringify({ records, ...loaded })}\n`);
  else if (!flags.quiet) process.stdout.write(`${told(records, target.shown, loaded, lang)}\n`);
  return status.fine;
}

function told(records: number, where: string, loaded: Loaded, lang: Lang): string {
  const say = words[lang];
  const rows = loaded.inserted === undefined ? say.rows(loaded.changes) : say.kinds(loaded);
  const between = lang === 'zh' ? '；' : '; ';
  const lines = [`${say.stand(records, where)}${between}${rows}`];
  if (loaded.replacing) lines.push(say.replacing(loaded.replacing));
  return lines.join('\n');
}
