export type Lang = 'en' | 'zh';

/** The language of messages: `--lang`, or the locale. Read before anything else, as errors need it too. */
export function langOf(args: readonly string[], env: NodeJS.ProcessEnv): Lang {
  const at = args.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  const asked =
    at === -1 ? undefined : args[at] === '--lang' ? args[at + 1] : args[at].slice('--lang='.length);
  const locale = asked ?? env.LC_ALL ?? env.LC_MESSAGES ?? env.LANG ?? '';
  return /^zh/i.test(locale) ? 'zh' : 'en';
}
