import { GuiyiError } from '../errors/index.ts';
import { exportFormats, exportRecords } from '../write/exports/index.ts';
import { readRecords } from '../write/index.ts';
import type { Call } from './call.ts';
import { status } from './perform.ts';

/** `guiyi export <records…> --format F --out DIR` */
export async function perform({ lang, flags, arguments: paths }: Call): Promise<number> {
  const { format, out } = flags;
  if (format === undefined)
    throw new GuiyiError('GY303', '--format is missing: guiyi export --help lists them');
  if (out === undefined) throw new GuiyiError('GY303', '--out DIR is missing: where shall the export go?');
  const records = (function* () {
    for (const { record } of readRecords(paths)) yield record;
  })();
  const { records: count, oversized } = exportRecords(records, exportFormats[format], out);
  for (const id of oversized) {
    process.stderr.write(
      lang === 'zh'
        ? `${id}：这条记录超过 ${format} 默认一次可接收的大小。\n`
        : `${id}: this record is larger than what ${format} takes at once by default.\n`,
    );
  }
  if (!flags.quiet) {
    process.stdout.write(
      lang === 'zh'
        ? `已将 ${count} 条记录导出到 ${out}。\n`
        : `${count} records are in ${out} as ${format}.\n`,
    );
  }
  return status.fine;
}
