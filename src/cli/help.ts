import { flagOf, type OptionRow, options } from '../config/options.ts';
import { type CommandName, type CommandRow, commands } from './commands.ts';
import { commonFlags, type FlagName, type FlagRow, flags } from './flags.ts';
import type { Lang } from './lang.ts';
import { pad, wrap } from './table.ts';

const words = {
  en: {
    title: 'Guiyi — Chinese public documents in any state to one trustworthy corpus',
    usage: 'Usage',
    commands: 'Commands',
    options: 'Options',
    configuration: 'Configuration (as flags, or in guiyi.config.json; flags win)',
    status: 'Exit status',
    statuses: [
      '0  everything went through',
      '1  some inputs were rejected, or have findings at the level asked for',
      '2  the call or the configuration is wrong',
    ],
    more: 'guiyi <command> --help tells more of one command.',
    default: 'default',
  },
  zh: {
    title: '归一 Guiyi —— 将任何状态的中文公文归为一份可信的语料',
    usage: '用法',
    commands: '命令',
    options: '选项',
    configuration: '配置（可作选项，也可写入 guiyi.config.json；选项优先）',
    status: '退出状态',
    statuses: ['0  全部完成', '1  有输入被拒收，或有所问级别的发现', '2  命令或配置有误'],
    more: 'guiyi <命令> --help 查看单个命令的说明。',
    default: '默认',
  },
} as const;

/** The help for all commands or for one, made from the tables. */
export function helpText(lang: Lang, command?: CommandName): string {
  const say = words[lang];
  const lines: string[] = [];
  const section = (title: string, rows: readonly (readonly [string, string])[]) => {
    lines.push('', title);
    const width = Math.min(30, Math.max(...rows.map(([head]) => head.length)));
    for (const [head, text] of rows) {
      const [first, ...rest] = wrap(text, 100 - width - 4);
      if (head.length > width) lines.push(`  ${head}`, `  ${' '.repeat(width)}  ${first}`);
      else lines.push(`  ${pad(head, width)}  ${first}`);
      for (const line of rest) lines.push(`  ${' '.repeat(width)}  ${line}`);
    }
  };
  if (command === undefined) {
    lines.push(say.title, '', `${say.usage}: guiyi <command> …`);
    section(
      say.commands,
      Object.entries<CommandRow>(commands).map(([name, row]) => [`${name} ${row.usage}`, row[lang]]),
    );
    section(say.options, flagRows(commonFlags, lang));
  } else {
    const row: CommandRow = commands[command];
    lines.push(`${say.usage}: guiyi ${command} ${row.usage}`, '', row[lang]);
    section(say.options, flagRows([...row.flags, ...commonFlags], lang));
  }
  if (command === undefined || commands[command].configured) section(say.configuration, optionRows(lang));
  lines.push('', say.status, ...say.statuses.map((status) => `  ${status}`));
  if (command === undefined) lines.push('', say.more);
  return `${lines.join('\n')}\n`;
}

function flagRows(names: readonly FlagName[], lang: Lang): [string, string][] {
  return names.map((name) => {
    const row: FlagRow = flags[name];
    const short = row.short === undefined ? '' : `-${row.short}, `;
    const value = row.values?.join('|') ?? row.value;
    return [`${short}--${flagOf(name)}${value === undefined ? '' : ` ${value}`}`, row[lang]];
  });
}

function optionRows(lang: Lang): [string, string][] {
  return Object.entries<OptionRow>(options).map(([name, row]) => {
    const value = { choice: '', number: ' N', share: ' P', path: ' DIR', text: ' TEXT', flag: '' }[row.kind];
    const values = row.values === undefined ? '' : ` [${row.values.join(', ')}]`;
    const standard = row.default === '' ? '' : ` (${words[lang].default} ${row.default})`;
    return [`--${flagOf(name)}${value}`, `${row[lang]}${values}${standard}`];
  });
}
