/**
 * Every option, once: the flag, the key in `guiyi.config.json`, the help in both languages, the JSON Schema
 * and the TypeScript type are all made from this table. To add an option, add a row.
 *
 * Plain data without imports, so that `guiyi --help` loads nothing else.
 */
export const options = {
  maxBytes: {
    kind: 'number',
    default: 100_000_000,
    step: 'read',
    shows: false,
    en: 'Largest input in bytes; a larger one is rejected. 0 for no limit.',
    zh: '单个输入的最大字节数，超过则拒绝；0 为不限。',
  },
  inputFormat: {
    kind: 'choice',
    values: ['auto', 'text', 'markdown', 'html', 'docx', 'pdf', 'jsonl', 'json', 'csv', 'zip'],
    default: 'auto',
    step: 'read',
    en: 'Format of the inputs; auto tells it by the content of each file.',
    zh: '输入的格式；auto 按各文件内容判断。',
  },
  split: {
    kind: 'choice',
    values: ['none', 'blank', 'line', 'regex'],
    default: 'none',
    step: 'read',
    en: 'Where one text file holds many documents: between blank lines, each line, or before each line that matches --split-pattern.',
    zh: '一个文本文件含多篇文档时的切分方式：按空行、逐行，或在匹配 --split-pattern 的行之前。',
  },
  splitPattern: {
    kind: 'text',
    default: '',
    step: 'read',
    en: 'Regular expression (JavaScript, flag u) of a document’s first line, for --split regex.',
    zh: '用于 --split regex 的文档首行正则表达式（JavaScript，u 标志）。',
  },
  textField: {
    kind: 'text',
    default: 'text',
    step: 'read',
    en: 'Field or column that holds the text in JSON, JSON Lines and tables; the others are carried into the record.',
    zh: 'JSON、JSON Lines 与表格中存放正文的字段或列；其余字段原样带入记录。',
  },
  encoding: {
    kind: 'choice',
    values: ['auto', 'utf-8', 'utf-16le', 'utf-16be', 'gb18030', 'big5'],
    aliases: {
      gbk: 'gb18030',
      gb2312: 'gb18030',
      cp936: 'gb18030',
      'big5-hkscs': 'big5',
      cp950: 'big5',
      utf8: 'utf-8',
    },
    default: 'auto',
    step: 'decode',
    en: 'Encoding of the inputs; auto detects it for each file and says how sure it is.',
    zh: '输入的编码；auto 逐文件检测并报告把握程度。',
  },
  spacing: {
    kind: 'choice',
    values: ['strip', 'keep', 'single'],
    default: 'strip',
    step: 'clean',
    en: 'Spaces between Han characters and digits or Latin letters: strip them, keep them as they are, or always have a single one.',
    zh: '汉字与数字、拉丁字母之间的空格：去除、保留原样，或统一为一个。',
  },
  script: {
    kind: 'choice',
    values: ['auto', 'hant', 'keep'],
    default: 'auto',
    step: 'convert',
    en: 'Which text is converted to Simplified: what is detected as Traditional, all of it, or none.',
    zh: '转换为简体的范围：检测为繁体的部分、全部，或不转换。',
  },
  forms: {
    kind: 'choice',
    values: ['auto', 'opencc', 'tw', 'hk'],
    default: 'auto',
    step: 'convert',
    en: 'Whose Traditional forms the text has: OpenCC’s own, Taiwan’s or Hong Kong’s; auto tells from the text.',
    zh: '繁体文本的字形标准：OpenCC 标准、台湾或香港；auto 依文本判断。',
  },
  vocabulary: {
    kind: 'flag',
    default: false,
    step: 'convert',
    en: 'Change Taiwan and Hong Kong words to Mainland ones (資訊 to 信息), under a rule of their own.',
    zh: '将台湾、香港用词改为大陆用词（資訊→信息），单列规则。',
  },
  rareCharacters: {
    kind: 'flag',
    default: false,
    step: 'convert',
    en: 'Use Simplified forms that many fonts lack (樠 to 𣗊).',
    zh: '使用许多字体缺少的简化字形（樠→𣗊）。',
  },
  repair: {
    kind: 'choice',
    values: ['auto', 'never'],
    default: 'auto',
    step: 'repair',
    en: 'Give back lost punctuation, titles and signs where the text shows that they were lost, or never.',
    zh: '在文本显示标点、书名号、符号已丢失处予以恢复，或从不恢复。',
  },
  lacuna: {
    kind: 'choice',
    values: ['mark', 'none'],
    default: 'mark',
    step: 'repair',
    en: 'Mark a deleted title as 《□》, or leave it out.',
    zh: '以《□》标出被删去的书名，或不标。',
  },
  words: {
    kind: 'choice',
    values: ['whole', 'parts'],
    default: 'whole',
    step: 'segment',
    en: 'Length of words where standards disagree: figures with their measures and whole dates as one word each (三百元), or in parts (三百 元).',
    zh: '分词标准不一处的词长：数字连同量词、日期各作一词（三百元），或分开（三百 元）。',
  },
  bareText: {
    kind: 'choice',
    values: ['auto', 'never'],
    default: 'auto',
    step: 'repair',
    en: 'Give long passages without a single mark the marks that they lack, or never.',
    zh: '为完全没有标点的长段落补上标点，或从不补。',
  },
  minConfidence: {
    kind: 'share',
    default: 0,
    step: 'repair',
    en: 'Repairs less sure than this, from 0 to 1, are left undone and reported.',
    zh: '把握低于此值（0 到 1）的修复不执行，只报告。',
  },
  offsets: {
    kind: 'choice',
    values: ['codepoint', 'utf16'],
    default: 'codepoint',
    step: 'record',
    en: 'Unit of the positions in records: Unicode code points (Python, SQL) or UTF-16 units (JavaScript, Java).',
    zh: '记录中位置的单位：Unicode 码点（Python、SQL）或 UTF-16 单元（JavaScript、Java）。',
  },
  workers: {
    kind: 'number',
    default: 0,
    step: 'batch',
    shows: false,
    en: 'Threads that work on documents; 0 for one a core where there is enough to do, 1 for no threads.',
    zh: '处理文档的线程数；0 表示任务足够多时每核一个，1 表示不用线程。',
  },
  duplicates: {
    kind: 'choice',
    values: ['keep', 'drop'],
    default: 'keep',
    step: 'batch',
    shows: false,
    en: 'Documents whose text stands earlier in the corpus, perhaps in another script, encoding or punctuation: kept and marked in the database, or dropped and listed in duplicates.jsonl.',
    zh: '正文与语料中靠前的文档相同（或仅繁简、编码、标点不同）的文档：保留并在数据库中标出，或舍去并列入 duplicates.jsonl。',
  },
  dictionaries: {
    kind: 'path',
    default: '',
    step: 'all',
    shows: false,
    en: 'Folder of your own dictionaries; their rows win over the package’s. A dictionaries folder beside the input is found by itself.',
    zh: '自有词典目录，其条目优先于内置词典；输入旁的 dictionaries 目录会自动使用。',
  },
} as const satisfies Record<string, OptionRow>;

export interface OptionRow {
  /** A number is whole, a share from 0 to 1. */
  readonly kind: 'choice' | 'path' | 'number' | 'share' | 'flag' | 'text';
  readonly values?: readonly string[];
  /** Other names of values, in lower case. */
  readonly aliases?: Readonly<Record<string, string>>;
  readonly default: string | number | boolean;
  /** The step that reads it; `batch` for the run around the pipeline, `all` for several. */
  readonly step: string;
  /** False where no record depends on it: how much is read, how many work on it, where dictionaries lie, which records are kept. */
  readonly shows?: false;
  readonly en: string;
  readonly zh: string;
}

type Value<Row> = Row extends { kind: 'choice'; values: readonly (infer V)[] }
  ? V
  : Row extends { kind: 'number' | 'share' }
    ? number
    : Row extends { kind: 'flag' }
      ? boolean
      : string;

export type OptionName = keyof typeof options;

/** The whole configuration, every option with its value. */
export type Config = { readonly [Name in OptionName]: Value<(typeof options)[Name]> };

/** The configuration with every option at its default. */
export const defaultConfig = Object.fromEntries(
  Object.entries(options).map(([name, row]) => [name, row.default]),
) as unknown as Config;

/** `maxBytes` is `--max-bytes` on the command line. */
export function flagOf(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
