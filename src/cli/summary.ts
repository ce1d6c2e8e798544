import type { BatchResult, Reason } from '../batch/index.ts';
import { flagOf } from '../config/index.ts';
import { codes } from '../errors/index.ts';
import type { Lang } from './lang.ts';
import { shorten, tableOf } from './table.ts';

const words = {
  en: {
    header: ['text', 'script', 'encoding', 'characters', 'edits', 'entities', 'findings'],
    more: (n: number) => `… and ${n} more; the whole list: SELECT * FROM documents`,
    rejected: 'rejected',
    stop: '. ',
    again: (path: string, because: string) => `again: ${path}: ${because} has changed`,
    dropped: (path: string, first: string) => `dropped: ${path}: its text is that of ${first}`,
    reset: (option: string, before: string) => `the last run had --${option} ${before}`,
    hidden: (n: number, some: string) =>
      `not read: ${n} hidden (a name with a dot in front, or macOS's own): ${some}`,
    removed: (path: string) => `removed: ${path}: its source is not among the inputs any more`,
    reasons: {
      new: 'new',
      source: 'changed',
      version: 'made by another version',
      config: 'made with another configuration',
      dictionaries: 'made with other dictionaries',
    },
    sum: ({ normalized, reused, rejections, removed, seconds }: BatchResult, reasons: string) =>
      `${normalized} normalized${reasons === '' ? '' : ` (${reasons})`}, ${reused} unchanged, ${rejections.length} rejected${removed.length === 0 ? '' : `, ${removed.length} removed`}, in ${seconds.toFixed(1)} s.`,
    stopped: (out: string) =>
      `Ended before the end. What is finished is kept in ${out}: run the same command again to go on.`,
    next: (out: string) => [
      'Where to look next:',
      `  ${out}/text/             the texts`,
      `  ${out}/records/          everything about them, one JSON record a line`,
      `  ${out}/corpus.sqlite     the same as tables`,
      `  guiyi explain ${out}/records/00001.jsonl   what was changed in the first, and why`,
    ],
    allDropped: (n: number, out: string) =>
      `${n} were left out, as their texts stand there already: ${out}/duplicates.jsonl`,
    duplicates: (n: number) =>
      `${n} texts stand there already, perhaps in another script or form: SELECT * FROM duplicates`,
    rejects: (out: string) => `  ${out}/rejects.jsonl     what could not be used, and why`,
  },
  zh: {
    header: ['文本', '文字', '编码', '字数', '改动', '实体', '发现'],
    more: (n: number) => `……另有 ${n} 个；完整列表：SELECT * FROM documents`,
    rejected: '拒收',
    stop: '。',
    again: (path: string, because: string) => `重做：${path}：${because} 有变`,
    dropped: (path: string, first: string) => `舍去：${path}：正文与 ${first} 相同`,
    reset: (option: string, before: string) => `上次运行时为 --${option} ${before}`,
    hidden: (n: number, some: string) =>
      `未读：${n} 个隐藏文件或文件夹（名称以点开头，或由 macOS 生成）：${some}`,
    removed: (path: string) => `移除：${path}：其来源已不在输入之中`,
    reasons: {
      new: '新增',
      source: '内容有变',
      version: '由其他版本生成',
      config: '配置有变',
      dictionaries: '词典有变',
    },
    sum: ({ normalized, reused, rejections, removed, seconds }: BatchResult, reasons: string) =>
      `归一 ${normalized} 个${reasons === '' ? '' : `（${reasons}）`}，未变 ${reused} 个，拒收 ${rejections.length} 个${removed.length === 0 ? '' : `，移除 ${removed.length} 个`}，用时 ${seconds.toFixed(1)} 秒。`,
    stopped: (out: string) => `未到结尾即已停止。已完成的部分保存在 ${out}：再次运行同一命令即可继续。`,
    next: (out: string) => [
      '接下来可以看：',
      `  ${out}/text/             归一后的文本`,
      `  ${out}/records/          全部信息，每行一条 JSON 记录`,
      `  ${out}/corpus.sqlite     同样内容的数据表`,
      `  guiyi explain ${out}/records/00001.jsonl   第一份文本改了什么、为什么`,
    ],
    allDropped: (n: number, out: string) => `舍去 ${n} 份正文重复的文档，见 ${out}/duplicates.jsonl`,
    duplicates: (n: number) =>
      `${n} 份文本与其他文本相同（或仅繁简、编码、标点不同）：SELECT * FROM duplicates`,
    rejects: (out: string) => `  ${out}/rejects.jsonl     未能使用的输入及原因`,
  },
} as const;

/** Rejections and dropped documents that are listed; all of them are in `rejects.jsonl` and `duplicates.jsonl`. */
const REJECTIONS_SHOWN = 20;

/** Documents that are gone and are named. */
const REMOVED_SHOWN = 5;

/** Hidden files that are named. */
const HIDDEN_SHOWN = 3;

/** Tells a person what a run did: a table of texts, what was rejected, and where to look next. */
export function printSummary(
  stream: NodeJS.WritableStream,
  out: string,
  result: BatchResult,
  lang: Lang,
): void {
  const say = words[lang];
  const { documents, manifest, rejections } = result;
  const lines: string[] = [];
  if (documents.length > 0) {
    lines.push(
      ...tableOf(
        say.header,
        documents.map(({ path, script, encoding, characters, edits, entities, messages }) => [
          shorten(path, 40),
          script,
          encoding,
          characters,
          list(edits),
          list(entities),
          list(messages),
        ]),
      ),
    );
    const more = (manifest?.documents ?? documents.length) - documents.length;
    if (more > 0) lines.push(say.more(more));
    lines.push('');
  }
  for (const { path, code, reason } of rejections.slice(0, REJECTIONS_SHOWN)) {
    lines.push(`${say.rejected}: ${path}: ${code} ${reason}`);
  }
  if (rejections.length > REJECTIONS_SHOWN) lines.push(say.more(rejections.length - REJECTIONS_SHOWN));
  for (const code of [...new Set(rejections.map((rejection) => rejection.code))].sort())
    lines.push(`  ${code}: ${codes[code][lang]}${say.stop}${codes[code].advice[lang]}`);
  const { concerned, removed, hidden } = result;
  if (hidden.length > 0) {
    const more = hidden.length > HIDDEN_SHOWN ? ', …' : '';
    lines.push(say.hidden(hidden.length, hidden.slice(0, HIDDEN_SHOWN).join(', ') + more));
  }
  for (const path of removed.slice(0, REMOVED_SHOWN)) lines.push(say.removed(path));
  if (removed.length > REMOVED_SHOWN) lines.push(`… ${removed.length - REMOVED_SHOWN}`);
  for (const { path, because } of concerned.slice(0, REJECTIONS_SHOWN)) lines.push(say.again(path, because));
  if (concerned.length > REJECTIONS_SHOWN) lines.push(say.more(concerned.length - REJECTIONS_SHOWN));
  for (const { path, first } of result.dropped.slice(0, REJECTIONS_SHOWN))
    lines.push(say.dropped(path, first));
  if (result.dropped.length > 0) lines.push(say.allDropped(result.dropped.length, out));
  const reasons = (Object.keys(result.reasons) as Reason[])
    .map((reason) => `${result.reasons[reason]} ${say.reasons[reason]}`)
    .join(', ');
  if (result.reasons.config !== undefined)
    for (const { name, before } of result.reset) lines.push(say.reset(flagOf(name), String(before)));
  lines.push(say.sum(result, reasons));
  if (manifest === undefined) lines.push(say.stopped(out));
  else {
    if (manifest.duplicates > 0) lines.push(say.duplicates(manifest.duplicates));
    if (manifest.documents > 0) lines.push('', ...say.next(out));
    if (rejections.length > 0) lines.push(say.rejects(out));
  }
  stream.write(`${lines.join('\n')}\n`);
}

/** `convert 12, repair 3`, the most frequent first. */
function list(counts: Readonly<Record<string, number>>): string {
  const entries = Object.entries(counts).sort(([, a], [, b]) => b - a);
  const shown = entries.slice(0, 4).map(([name, n]) => `${name} ${n}`);
  return entries.length > 4 ? `${shown.join(', ')} …` : shown.join(', ');
}
