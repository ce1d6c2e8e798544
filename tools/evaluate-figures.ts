/**
 * Prints how many cases of each public suite of figures and dates pass; with a suite's name, its failures too.
 *
 *     npx tsx tools/evaluate-figures.ts [name]
 */
import { passes, suites, suitesPresent } from './figure-suites/index.ts';

if (!suitesPresent) {
  console.error('the suites are not here: ../shared/suites');
  process.exit(2);
}
const wanted = process.argv[2];
for (const { name, run } of suites) {
  const results = run();
  console.log(`${name.padEnd(36)} ${results.filter(passes).length} / ${results.length}`);
  if (wanted === undefined || !name.toLowerCase().includes(wanted.toLowerCase())) continue;
  for (const result of results) {
    if (!passes(result))
      console.log(`  ${result.id}\n    expected ${result.expected}\n    found    ${result.found}`);
  }
}
