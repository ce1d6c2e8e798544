/** Writes `docs/licences.md` from the lock file: `npx tsx tools/docs/licence-page.ts > docs/licences.md`. */
import { readFileSync } from 'node:fs';

interface LockedPackage {
  readonly version: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
}

/** The page that names every installed package with its version and licence, what users get first. */
export function licencePage(): string {
  const lock = JSON.parse(readFileSync(new URL('../../package-lock.json', import.meta.url), 'utf8'));
  const packages = Object.entries(lock.packages as Record<string, LockedPackage>).filter(
    ([path]) => path !== '',
  );
  const rows = (wanted: (entry: LockedPackage) => boolean) =>
    [
      ...new Set(
        packages
          // Builds for other platforms are the same package again.
          .filter(([, entry]) => wanted(entry) && entry.optional !== true)
          .map(
            ([path, { version, license }]) =>
              `| ${path.replace(/^.*node_modules\//, '')} | ${version} | ${license ?? 'see its files'} |`,
          ),
      ),
    ].sort();
  const table = (heading: string, lines: string[]) => [
    `## ${heading}\n`,
    '| package | version | licence |',
    '| --- | --- | --- |',
    ...lines,
    '',
  ];
  return [
    '# Licences\n',
    'Guiyi itself is under Apache-2.0. The origins and licences of the dictionaries stand in `dictionaries/sources.tsv`, one line each;',
    'every row of a dictionary names its origin. This page is made from `package-lock.json` by `tools/docs/licence-page.ts`.\n',
    ...table(
      'Installed with Guiyi',
      rows(({ dev }) => dev !== true),
    ),
    ...table(
      'For development only',
      rows(({ dev }) => dev === true),
    ),
  ].join('\n');
}

if (process.argv[1]?.endsWith('licence-page.ts')) process.stdout.write(licencePage());
