import type { Progress } from '../batch/index.ts';
import type { Lang } from './lang.ts';

/** On a terminal the line is rewritten this often; elsewhere a plain line comes now and then. Milliseconds. */
const ON_TERMINAL = 100;
const ELSEWHERE = 10_000;

/** Shows where a run stands: one line that is rewritten on a terminal, plain lines now and then elsewhere. */
export function showProgress(stream: NodeJS.WriteStream, silent: boolean, lang: Lang) {
  const started = Date.now();
  let shownAt = stream.isTTY ? 0 : started;
  let open = false;
  const end = () => {
    if (open) stream.write('\r\u001b[K');
    open = false;
  };
  return {
    show: (progress: Progress) => {
      const now = Date.now();
      if (silent || now - shownAt < (stream.isTTY ? ON_TERMINAL : ELSEWHERE)) return;
      shownAt = now;
      const line = lineOf(progress, (now - started) / 1_000, lang);
      if (!stream.isTTY) stream.write(`${line}\n`);
      else stream.write(`\r\u001b[K${line.slice(0, (stream.columns ?? 80) - 1)}`);
      open = stream.isTTY;
    },
    /** Says something beside the progress. */
    note: (text: string) => {
      end();
      stream.write(`${text}\n`);
    },
    end,
  };
}

function lineOf({ documents, bytes, bytesInAll }: Progress, seconds: number, lang: Lang): string {
  const rate = (bytes / 1e6 / Math.max(seconds, 0.001)).toFixed(1);
  const share = Math.min(1, bytes / Math.max(bytesInAll, 1));
  const percent = Math.floor(100 * share);
  const left = durationOf(share === 0 ? 0 : (seconds / share) * (1 - share));
  return lang === 'zh'
    ? `${documents} 个文档（${percent}%） ${rate} MB/s 约剩 ${left}`
    : `${documents} documents (${percent}%)  ${rate} MB/s  about ${left} left`;
}

/** `3:07`, or `1:02:03` from an hour on. */
function durationOf(seconds: number): string {
  const whole = Math.ceil(seconds);
  const two = (value: number) => String(value).padStart(2, '0');
  const minutes = Math.floor(whole / 60);
  return minutes < 60
    ? `${minutes}:${two(whole % 60)}`
    : `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(whole % 60)}`;
}
