/**
 * Every error that a person can meet, in one place, so that a code is found by searching for it.
 *
 * Codes never change their meaning and are never used again. 1xx inputs, 2xx encodings, 3xx the call and
 * its configuration, 4xx dictionaries, 5xx records and storage, 9xx defects of Guiyi itself.
 * `docs/errors.md` explains each; a test holds the two together.
 */
export const codes = {
  GY101: {
    en: 'The input does not exist',
    zh: '输入不存在',
    advice: {
      en: 'Check the path; globs are expanded by your shell.',
      zh: '请检查路径；通配符由 shell 展开。',
    },
  },
  GY102: {
    en: 'The input cannot be read',
    zh: '输入无法读取',
    advice: { en: 'Check its permissions and the disk.', zh: '请检查权限与磁盘。' },
  },
  GY103: {
    en: 'The input is empty',
    zh: '输入为空',
    advice: { en: 'Nothing to do; remove it from the inputs.', zh: '无内容可处理，请从输入中移除。' },
  },
  GY104: {
    en: 'The input is not text',
    zh: '输入不是文本',
    advice: { en: 'Save it as DOCX, PDF, HTML or plain text.', zh: '请另存为 DOCX、PDF、HTML 或纯文本。' },
  },
  GY105: {
    en: 'The input line is not a JSON object with a text',
    zh: '该行不是带 text 的 JSON 对象',
    advice: { en: 'Each line must be like {"id":"…","text":"…"}.', zh: '每行应为 {"id":"…","text":"…"}。' },
  },
  GY106: {
    en: 'Two inputs have the same identity',
    zh: '两个输入的标识相同',
    advice: {
      en: 'Run on their common folder, or rename one.',
      zh: '请改为处理它们共同的上级目录，或重命名其一。',
    },
  },
  GY107: {
    en: 'The input is larger than the limit',
    zh: '输入超过大小上限',
    advice: { en: 'Split it, or raise --max-bytes.', zh: '请拆分输入，或提高 --max-bytes。' },
  },
  GY108: {
    en: 'The table has no column with that name',
    zh: '表格中没有该名称的列',
    advice: {
      en: 'Name the column that holds the text with --text-field.',
      zh: '请用 --text-field 指定正文所在的列。',
    },
  },
  GY109: {
    en: 'The input is nested too deeply',
    zh: '输入嵌套过深',
    advice: { en: 'No real document is; check where it comes from.', zh: '正常文档不会如此，请检查其来源。' },
  },
  GY110: {
    en: 'The archive or file expands beyond the limit',
    zh: '压缩包或文件展开后超出上限',
    advice: {
      en: 'Check where it comes from. If you trust it: unpack an archive yourself or raise --max-bytes; save a PDF anew from a viewer.',
      zh: '请检查其来源。确认可信后：压缩包可自行解压或提高 --max-bytes；PDF 可用阅读器重新保存。',
    },
  },
  GY111: {
    en: 'The archive entry has an unsafe name',
    zh: '压缩包内文件名不安全',
    advice: { en: 'Check where the archive comes from.', zh: '请检查压缩包的来源。' },
  },
  GY112: {
    en: 'The file is damaged',
    zh: '文件已损坏',
    advice: {
      en: 'Fetch it again, or open and save it in the program that made it.',
      zh: '请重新获取，或用原程序打开后另存。',
    },
  },
  GY113: {
    en: 'The file is encrypted',
    zh: '文件已加密',
    advice: { en: 'Remove its password first.', zh: '请先去除密码。' },
  },
  GY114: {
    en: 'The PDF has no text layer',
    zh: 'PDF 没有文字层',
    advice: {
      en: 'It is a scan: recognise its text (OCR) first.',
      zh: '这是扫描件，请先做文字识别（OCR）。',
    },
  },
  GY201: {
    en: 'The bytes fit no encoding that Guiyi knows',
    zh: '字节不符合任何已知编码',
    advice: {
      en: 'Name the encoding with --encoding, or mend the file at the byte given.',
      zh: '请用 --encoding 指定编码，或修复所示字节处。',
    },
  },
  GY202: {
    en: 'The bytes do not fit the encoding asked for',
    zh: '字节不符合指定的编码',
    advice: {
      en: 'Leave --encoding out, or mend the file at the byte given.',
      zh: '请去掉 --encoding，或修复所示字节处。',
    },
  },
  GY203: {
    en: 'The encoding cannot be told with enough certainty',
    zh: '无法可靠判断编码',
    advice: { en: 'Name it with --encoding.', zh: '请用 --encoding 指定。' },
  },
  GY204: {
    en: 'The input mixes encodings',
    zh: '输入混用多种编码',
    advice: {
      en: 'Split it at the byte given and run on the parts.',
      zh: '请在所示字节处拆分后分别处理。',
    },
  },
  GY205: {
    en: 'The input ends within a character',
    zh: '输入在字符中间截断',
    advice: {
      en: 'Fetch the whole file again, or cut it before the byte given.',
      zh: '请重新获取完整文件，或在所示字节前截断。',
    },
  },
  GY301: {
    en: 'Unknown option',
    zh: '未知选项',
    advice: { en: 'See guiyi --help.', zh: '参见 guiyi --help --lang zh。' },
  },
  GY302: {
    en: 'An option has a value it cannot take',
    zh: '选项取值无效',
    advice: { en: 'See guiyi --help for what it takes.', zh: '参见 guiyi --help --lang zh。' },
  },
  GY303: {
    en: 'Unknown command or missing argument',
    zh: '未知命令或缺少参数',
    advice: { en: 'See guiyi --help.', zh: '参见 guiyi --help --lang zh。' },
  },
  GY304: {
    en: 'The configuration file is broken',
    zh: '配置文件有误',
    advice: {
      en: 'Mend it at the place given; guiyi schema config prints its schema.',
      zh: '请按所示位置修正；guiyi schema config 可打印其结构。',
    },
  },
  GY305: {
    en: 'The URL of the database is wrong',
    zh: '数据库 URL 有误',
    advice: {
      en: 'Write it like postgres://user@host:5432/database, the password in PGPASSWORD.',
      zh: '请写作 postgres://user@host:5432/database，密码放在 PGPASSWORD 中。',
    },
  },
  GY401: {
    en: 'A dictionary cannot be read',
    zh: '词典无法读取',
    advice: { en: 'Check the folder given with --dictionaries.', zh: '请检查 --dictionaries 指定的目录。' },
  },
  GY402: {
    en: 'A dictionary row is broken',
    zh: '词典条目有误',
    advice: {
      en: 'Mend the row at the line given; guiyi check lists all of them.',
      zh: '请修正所示行；guiyi check 可列出全部问题。',
    },
  },
  GY501: {
    en: 'The output cannot be written',
    zh: '输出无法写入',
    advice: {
      en: 'Check the disk and the permissions of the output folder; what was there before is untouched.',
      zh: '请检查磁盘与输出目录权限；原有内容未改动。',
    },
  },
  GY502: {
    en: 'Another run is writing to this folder',
    zh: '另一进程正在写入该目录',
    advice: { en: 'Wait for it, or choose another --out.', zh: '请等待其结束，或另选 --out。' },
  },
  GY503: {
    en: 'A record does not follow the schema',
    zh: '记录不符合结构',
    advice: {
      en: 'Make it again with guiyi run; guiyi schema record prints the schema.',
      zh: '请用 guiyi run 重新生成；guiyi schema record 可打印结构。',
    },
  },
  GY504: {
    en: 'The folder holds something other than a corpus',
    zh: '该目录存放的不是语料',
    advice: {
      en: 'Name a folder that is empty, not there, or made by the same command before.',
      zh: '请指定空目录、不存在的目录，或由同一命令生成的目录。',
    },
  },
  GY505: {
    en: 'The load would drop documents',
    zh: '此次载入会丢弃文档',
    advice: {
      en: 'A Parquet folder holds what was loaded last: give all records in one call, or --prune to let the others go.',
      zh: 'Parquet 目录只存放最近一次载入的内容：请一次给出全部记录，或用 --prune 允许丢弃其余文档。',
    },
  },
  GY506: {
    en: 'Two records have the same id',
    zh: '两条记录的标识相同',
    advice: {
      en: 'Give each document once; corpora of two runs need ids of their own.',
      zh: '每个文档只能给出一次；两次运行的语料须有各自的标识。',
    },
  },
  GY510: {
    en: 'The database failed',
    zh: '数据库出错',
    advice: {
      en: 'The server’s log says more; what was there before is untouched.',
      zh: '详情见服务器日志；原有内容未改动。',
    },
  },
  GY511: {
    en: 'The database server cannot be reached',
    zh: '无法连接数据库服务器',
    advice: {
      en: 'Check host and port, and that the server runs and lets this machine in.',
      zh: '请检查主机与端口，并确认服务器已启动且允许本机连接。',
    },
  },
  GY512: {
    en: 'The database server refuses the login',
    zh: '数据库服务器拒绝登录',
    advice: {
      en: 'Check the user, and the password in PGPASSWORD or in the URL.',
      zh: '请检查用户名，以及 PGPASSWORD 或 URL 中的密码。',
    },
  },
  GY513: {
    en: 'The database does not exist',
    zh: '数据库不存在',
    advice: { en: 'Make it with createdb, or correct its name.', zh: '请用 createdb 创建，或更正名称。' },
  },
  GY514: {
    en: 'The database user lacks a permission',
    zh: '数据库用户权限不足',
    advice: {
      en: 'Ask its owner for the right to create and change tables there, or name a schema of your own with ?schema=NAME.',
      zh: '请向数据库所有者申请建表与修改权限，或用 ?schema=NAME 指定自己的 schema。',
    },
  },
  GY515: {
    en: 'The database server cannot hold a corpus',
    zh: '该数据库服务器无法存放语料',
    advice: {
      en: 'Use PostgreSQL 14 or newer, and a database with the encoding UTF8.',
      zh: '请使用 PostgreSQL 14 或更新版本，且数据库编码为 UTF8。',
    },
  },
  GY516: {
    en: 'The schema of the database is not free',
    zh: '数据库 schema 不可用',
    advice: {
      en: 'Name another one with ?schema=NAME at the end of the URL; it is made where it is not there.',
      zh: '请在 URL 末尾用 ?schema=NAME 另指定一个；不存在时会自动创建。',
    },
  },
  GY517: {
    en: 'The database is of another version of Guiyi',
    zh: '数据库属于其他版本的 Guiyi',
    advice: {
      en: 'Use that version or a newer one, or load into another schema with ?schema=NAME.',
      zh: '请使用该版本或更新版本，或用 ?schema=NAME 载入另一个 schema。',
    },
  },
  GY518: {
    en: 'The connection to the database was lost',
    zh: '与数据库的连接中断',
    advice: {
      en: 'All of it was changed or nothing: run the same command again once the server is there.',
      zh: '改动要么全部生效，要么完全没有：服务器恢复后再次运行同一命令即可。',
    },
  },
  GY519: {
    en: 'Another load is writing to this database',
    zh: '另一进程正在载入该数据库',
    advice: {
      en: 'Wait for it, or load into another schema with ?schema=NAME.',
      zh: '请等待其结束，或用 ?schema=NAME 载入另一个 schema。',
    },
  },
  GY901: {
    en: 'Guiyi failed on this document',
    zh: 'Guiyi 处理该文档时出错',
    advice: {
      en: 'This is a defect: please report it with the document and the text below.',
      zh: '这是程序缺陷，请附文档与以下信息报告。',
    },
  },
} as const satisfies Record<string, CodeEntry>;

interface CodeEntry {
  readonly en: string;
  readonly zh: string;
  readonly advice: { readonly en: string; readonly zh: string };
}

export type ErrorCode = keyof typeof codes;
