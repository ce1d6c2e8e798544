import { onInterrupt, planRun, runBatch } from '../batch/index.ts';
import { loadConfig } from '../config/index.ts';
import { GuiyiError } from '../errors/index.ts';
import type { Call } from './call.ts';
import { status } from './perform.ts';
import { showProgress } from './progress.ts';
import { printSummary } from './summary.ts';

/** `guiyi run <path…> --out DIR` */
export async function perform(call: Call): Promise<number> {
  const { lang, flags, arguments: paths } = call;
  const { out, json = false, quiet = false } = flags;
  if (out === undefined) throw new GuiyiError('GY303', '--out DIR is missing: where shall the corpus go?');
  const config = loadConfig(call.options, flags.config);
  if (flags.dryRun) return dryRun(call, out);

  const progress = showProgress(process.stderr, quiet || json, lang);
  const interrupt = onInterrupt(() =>
    progress.note(
      lang === 'zh'
        ? '正在完成手头的文档……再按一次 Ctrl-C 立即结束。'
        : 'Finishing what is in hand… Ctrl-C again ends at once.',
    ),
  );
  try {
    const result = await runBatch({
      paths,
      out,
      config,
      signal: interrupt.signal,
      onProgress: progress.show,
    });
    progress.end();
    if (json) process.stdout.write(`${JSON.stringify(result)}\n`);
    else if (!quiet) printSummary(process.stdout, out, result, lang);
    if (result.manifest === undefined) return status.interrupted;
    return result.rejections.length > 0 || findings(result.manifest.messages, flags.failOn) > 0
      ? status.findings
      : status.fine;
  } finally {
    progress.end();
    interrupt.stop();
  }
}

async function dryRun({ arguments: paths, options, flags, lang }: Call, out: string): Promise<number> {
  const { files, rejections } = await planRun(paths, out, loadConfig(options, flags.config));
  if (flags.json) {
    process.stdout.write(`${JSON.stringify({ files: files.map(({ path }) => path), rejections })}\n`);
  } else {
    for (const { path } of files) process.stdout.write(`${path}\n`);
    for (const { path, code, reason } of rejections) process.stdout.write(`${path}: ${code} ${reason}\n`);
    process.stdout.write(
      lang === 'zh'
        ? `将处理 ${files.length} 个文档，写入 ${out}；未写入任何内容。\n`
        : `${files.length} documents would go to ${out}; nothing was written.\n`,
    );
  }
  return rejections.length > 0 ? status.findings : status.fine;
}

/** How many findings a corpus has from a level on. */
export function findings(
  messages: Readonly<Record<string, Readonly<Record<string, number>>>>,
  level: 'never' | 'error' | 'warning' = 'never',
): number {
  const levels = { never: [], error: ['error'], warning: ['error', 'warning'] }[level];
  return levels.reduce(
    (sum, severity) => sum + Object.values(messages[severity] ?? {}).reduce((a, b) => a + b, 0),
    0,
  );
}
