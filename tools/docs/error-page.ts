/** Writes `docs/errors.md` from the catalogue of codes: `npx tsx tools/docs/error-page.ts > docs/errors.md`. */
import { codes } from '../../src/errors/index.ts';

/** The page that explains every error code, in both languages. */
export function errorPage(): string {
  const entries = Object.entries(codes).map(
    ([code, { en, zh, advice }]) =>
      `### ${code} ${en}\n\n${zh}\n\n- What to do: ${advice.en}\n- 处理办法：${advice.zh}\n`,
  );
  return [
    '# Error codes\n',
    'Each message names its code, the place (file, line, byte) and what to do. 1xx inputs, 2xx encodings, 3xx the call and',
    'its configuration, 4xx dictionaries, 5xx records and storage, 9xx defects of Guiyi itself.',
    'This page is made from `src/errors/codes.ts` by `tools/docs/error-page.ts`.\n',
    ...entries,
  ].join('\n');
}

if (process.argv[1]?.endsWith('error-page.ts')) process.stdout.write(errorPage());
