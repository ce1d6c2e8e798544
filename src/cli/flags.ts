import type { OptionRow } from '../config/options.ts';

/** A flag of the command line that is no option of the configuration. */
export interface FlagRow extends Pick<OptionRow, 'kind' | 'values' | 'en' | 'zh'> {
  readonly short?: string;
  /** What stands for the value in the help. */
  readonly value?: string;
}

/** Every such flag, once; commands name those that they take. Plain data. */
export const flags = {
  out: { kind: 'path', short: 'o', value: 'DIR', en: 'Folder to write to.', zh: '输出目录。' },
  to: {
    kind: 'text',
    value: 'URL',
    en: 'Where records go: sqlite:FILE, postgres://user@host/database (?schema=NAME for tables apart), or parquet:DIR.',
    zh: '写入目标：sqlite:FILE、postgres://user@host/database（可加 ?schema=NAME），或 parquet:DIR。',
  },
  prune: {
    kind: 'flag',
    en: 'Take documents out of the database that are not among these records.',
    zh: '从数据库中移除不在这些记录中的文档。',
  },
  format: {
    kind: 'choice',
    values: ['label-studio', 'doccano', 'brat', 'conll', 'web-annotation', 'tei', 'csv', 'opensearch'],
    en: 'Format of the export.',
    zh: '导出格式。',
  },
  at: {
    kind: 'number',
    value: 'N',
    en: 'Only what concerns this position of the source (from 0, in the record’s unit).',
    zh: '只说明与原文此位置相关的内容（从 0 起，单位同记录）。',
  },
  id: { kind: 'text', value: 'ID', en: 'The record with this id.', zh: '只取此 id 的记录。' },
  limit: {
    kind: 'number',
    value: 'N',
    en: 'Show at most so many (20 by default).',
    zh: '最多显示的条数（默认 20）。',
  },
  failOn: {
    kind: 'choice',
    values: ['never', 'error', 'warning'],
    en: 'Findings from this level on make the exit status 1 (never by default).',
    zh: '出现此级别及以上的发现时以状态 1 退出（默认 never）。',
  },
  dryRun: { kind: 'flag', en: 'Say what would be done; write nothing.', zh: '只说明将做什么，不写入。' },
  json: { kind: 'flag', en: 'Print JSON for machines.', zh: '输出供机器读取的 JSON。' },
  quiet: { kind: 'flag', short: 'q', en: 'Print errors only.', zh: '只输出错误。' },
  config: {
    kind: 'path',
    value: 'FILE',
    en: 'Configuration file; guiyi.config.json in this folder is found by itself.',
    zh: '配置文件；当前目录的 guiyi.config.json 会自动读取。',
  },
  lang: {
    kind: 'choice',
    values: ['en', 'zh'],
    en: 'Language of messages; else from the locale.',
    zh: '提示语言；默认取自系统区域设置。',
  },
  help: { kind: 'flag', short: 'h', en: 'Show this help.', zh: '显示本帮助。' },
  version: { kind: 'flag', short: 'V', en: 'Show the version.', zh: '显示版本。' },
} as const satisfies Record<string, FlagRow>;

export type FlagName = keyof typeof flags;

/** Flags that every command takes. */
export const commonFlags: readonly FlagName[] = ['lang', 'help', 'version'];
