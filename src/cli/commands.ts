import type { FlagName } from './flags.ts';

/** A command: what it takes and what it says of itself. */
export interface CommandRow {
  /** What follows the name in the help. */
  readonly usage: string;
  /** How many arguments it takes, least and most. */
  readonly arguments: readonly [number, number];
  readonly flags: readonly FlagName[];
  /** True where it takes the options of the configuration, and reads the configuration file. */
  readonly configured: boolean;
  readonly en: string;
  readonly zh: string;
}

/** Every command, once: the help and the reading of arguments are made from this table. Plain data. */
export const commands = {
  run: {
    usage: '<path…> --out DIR',
    arguments: [1, Number.POSITIVE_INFINITY],
    flags: ['out', 'dryRun', 'failOn', 'json', 'quiet', 'config'],
    configured: true,
    en: 'Normalize files and folders into a corpus: records, texts, an SQLite database.',
    zh: '将文件与目录归一为语料：记录、文本、SQLite 数据库。',
  },
  stream: {
    usage: '< lines.jsonl > records.jsonl',
    arguments: [0, 0],
    flags: ['failOn', 'config'],
    configured: true,
    en: 'JSON Lines {"id","text"} on standard input to one record a line on standard output, in order.',
    zh: '从标准输入读 JSON Lines {"id","text"}，按序向标准输出逐行写记录。',
  },
  load: {
    usage: '<records…> --to URL',
    arguments: [1, Number.POSITIVE_INFINITY],
    flags: ['to', 'prune', 'json', 'quiet'],
    configured: false,
    en: 'Load records into a database; loading them again changes nothing.',
    zh: '将记录载入数据库；重复载入不会改变内容。',
  },
  export: {
    usage: '<records…> --format F --out DIR',
    arguments: [1, Number.POSITIVE_INFINITY],
    flags: ['format', 'out', 'quiet'],
    configured: false,
    en: 'Write records in the format of another tool.',
    zh: '将记录导出为其他工具的格式。',
  },
  search: {
    usage: 'DIR|postgres://… <words…>',
    arguments: [2, Number.POSITIVE_INFINITY],
    flags: ['limit', 'json', 'config'],
    configured: true,
    en: 'Find sentences with all of these words in the corpus of a run or in a database, the most telling first; either script will do.',
    zh: '在语料或数据库中查找含全部所给词语的句子，最相关者在前；繁简皆可。',
  },
  explain: {
    usage: '<record or file> [--at N]',
    arguments: [1, 1],
    flags: ['at', 'id', 'json', 'config'],
    configured: true,
    en: 'Say in words which rule changed what, and why.',
    zh: '用文字说明哪条规则改了什么、为什么。',
  },
  schema: {
    usage: '[record|config]',
    arguments: [0, 1],
    flags: [],
    configured: false,
    en: 'Print the JSON Schema of records or of the configuration file.',
    zh: '打印记录或配置文件的 JSON Schema。',
  },
  check: {
    usage: '[DIR]',
    arguments: [0, 1],
    flags: ['json', 'config'],
    configured: true,
    en: 'Check the records of an output folder by every law, or dictionaries (the package’s where DIR is left out).',
    zh: '按全部定律检查输出目录中的记录，或检查词典（省略 DIR 时检查内置词典）。',
  },
} as const satisfies Record<string, CommandRow>;

export type CommandName = keyof typeof commands;

export const isCommand = (name: string): name is CommandName => Object.hasOwn(commands, name);
