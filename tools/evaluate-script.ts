/**
 * Prints how conversion does beside bare opencc-js, on the public suites and the development list.
 *
 *     npx tsx tools/evaluate-script.ts [folder with suites/ and hard/, ../shared by default]
 *
 * OpenCC's cases go through `convert` alone, as their spaces separate words; all other texts through `clean`
 * as well. Speeds are the best of several turns taken by both sides in one run: only their ratio means
 * something.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Converter } from 'opencc-js/t2cn';
import { unified } from 'unified';
import { VFile } from 'vfile';
import { Alignment } from '../src/alignment/index.ts';
import { clean } from '../src/clean/index.ts';
import {
  type ConvertOptions,
  conversionOf,
  convert,
  passagesOf,
  scriptWeights,
} from '../src/convert/index.ts';
import { defaultDictionaries } from '../src/dictionary/index.ts';
import { parse } from '../src/parse/index.ts';

const folder = process.argv[2] ?? '../shared';
if (!existsSync(join(folder, 'suites'))) throw new Error(`no suites in ${folder}`);
const read = (path: string) => readFileSync(join(folder, path), 'utf8');
const linesOf = (path: string) => read(path).split('\n').filter(Boolean);

/** OpenCC's configurations: what opencc-js calls their origin, and how Guiyi is asked for the same. */
const configurations = {
  t2s: { from: 't', forms: 'opencc', vocabulary: false },
  tw2s: { from: 'tw', forms: 'tw', vocabulary: false },
  tw2sp: { from: 'twp', forms: 'tw', vocabulary: true },
  hk2s: { from: 'hk', forms: 'hk', vocabulary: false },
  hk2sp: { from: 'hkp', forms: 'hk', vocabulary: true },
} as const;
const names = Object.keys(configurations) as (keyof typeof configurations)[];
const openccOf = (name: keyof typeof configurations) =>
  Converter({ from: configurations[name].from, to: 'cn' });

function converter(options: ConvertOptions): (text: string) => string {
  return (text) => Alignment.of(text).apply('convert', conversionOf(text, options).edits).text;
}

const processor = unified().use(parse).use(clean).use(convert).freeze();

function auto(text: string): string {
  const file = new VFile(text);
  processor.runSync(processor.parse(file), file);
  return file.data.guiyi?.alignment.text ?? text;
}

const percent = (part: number, whole: number) => `${((100 * part) / whole).toFixed(2)} %`;

function print(what: string, opencc: string, guiyi: string): void {
  console.log(`| ${what} | ${opencc} | ${guiyi} |`);
}

function openccCases(): void {
  const { cases } = JSON.parse(read('suites/opencc/testcases.json')) as {
    cases: { input: string; expected: Record<string, string> }[];
  };
  let total = 0;
  const passed = { opencc: 0, named: 0, auto: 0 };
  for (const name of names) {
    const { forms, vocabulary } = configurations[name];
    const opencc = openccOf(name);
    const named = converter({ script: 'hant', forms, vocabulary, rareCharacters: true });
    const unnamed = converter({ vocabulary, rareCharacters: true });
    for (const { input, expected } of cases) {
      const want = expected[name];
      if (want === undefined) continue;
      total++;
      if (opencc(input) === want) passed.opencc++;
      if (named(input) === want) passed.named++;
      else console.error(`${name}: ${input}`);
      if (unnamed(input) === want) passed.auto++;
    }
  }
  print(
    'OpenCC’s own cases, its configuration named',
    `${passed.opencc}/${total}`,
    `${passed.named}/${total}`,
  );
  print('the same, script and forms detected', '', `${passed.auto}/${total}`);
}

function hardCases(): void {
  const cases = linesOf('hard/convert.jsonl').map(
    (line) => JSON.parse(line) as { input: string; expected: string },
  );
  const best = Math.max(
    ...names.map((name) => {
      const opencc = openccOf(name);
      return cases.filter(({ input, expected }) => opencc(input) === expected).length;
    }),
  );
  const ours = cases.filter(({ input, expected }) => auto(input) === expected).length;
  print('development list, best OpenCC configuration', `${best}/${cases.length}`, `${ours}/${cases.length}`);
}

function simplifiedLines(): void {
  const lines = linesOf('suites/sighan/msr_test.utf8');
  const changes = names.map((name) => {
    const opencc = openccOf(name);
    return `${name} ${lines.filter((line) => opencc(line) !== line).length}`;
  });
  const converted = lines.filter((line) => conversionOf(line).edits.length > 0).length;
  print(`Simplified lines changed, of ${lines.length} (MSR)`, changes.join(', '), String(converted));
}

function twice(): void {
  const files = readdirSync(join(folder, 'sources')).map((file) => `sources/${file}`);
  const texts = {
    MSR: linesOf('suites/sighan/msr_test.utf8'),
    AS: linesOf('suites/sighan/as_test.utf8'),
    sources: files.map(read),
  };
  for (const [name, lines] of Object.entries(texts)) {
    const changes = names.map((configuration) => {
      const opencc = openccOf(configuration);
      const count = lines.filter((line) => opencc(opencc(line)) !== opencc(line)).length;
      return `${configuration} ${count}`;
    });
    const ours = lines.filter((line) => auto(auto(line)) !== auto(line)).length;
    print(`lines changed the second time (${name}, ${lines.length})`, changes.join(', '), String(ours));
  }
}

function clauses(): void {
  const weights = scriptWeights(defaultDictionaries());
  for (const [name, script] of [
    ['msr', 'Hans'],
    ['as', 'Hant'],
  ] as const) {
    const lines = linesOf(`suites/sighan/${name}_test.utf8`);
    for (const [context, texts] of [
      ['alone', lines.flatMap((line) => line.split(/(?<=[，。；：！？、,;:!?])/))],
      ['in their line', lines],
      ['in their document', [lines.join('\n')]],
    ] as const) {
      const counts = { right: 0, wrong: 0, undecided: 0 };
      for (const text of texts) {
        let next = 0;
        const passages = passagesOf(text, weights);
        for (const { 0: clause, index } of text.matchAll(/[^，。；：！？、,;:!?\n]+/g)) {
          if (!/\p{Script=Han}/u.test(clause)) continue;
          while (passages[next].end <= index) next++;
          const found = passages[next].script;
          counts[found === script ? 'right' : found === 'Undetermined' ? 'undecided' : 'wrong']++;
        }
      }
      const decided = counts.right + counts.wrong;
      print(
        `clauses of ${name.toUpperCase()} ${context}: right of the ${decided} decided; undecided`,
        '',
        `${((100 * counts.right) / decided).toFixed(3)} %; ${percent(counts.undecided, decided + counts.undecided)}`,
      );
    }
  }
}

function speed(): void {
  for (const [name, text] of [
    ['AS', read('suites/sighan/as_test.utf8')],
    ['a source text, 70 times', read(`sources/${readdirSync(join(folder, 'sources'))[0]}`).repeat(70)],
  ] as const) {
    const opencc = openccOf('t2s');
    const turns = {
      opencc: () => void opencc(text),
      guiyi: () => void Alignment.of(text).apply('convert', conversionOf(text).edits),
    };
    const best = { opencc: Number.POSITIVE_INFINITY, guiyi: Number.POSITIVE_INFINITY };
    for (let turn = 0; turn < 20; turn++) {
      for (const side of ['opencc', 'guiyi'] as const) {
        const before = performance.now();
        turns[side]();
        best[side] = Math.min(best[side], performance.now() - before);
      }
    }
    const rate = (time: number) => `${(Buffer.byteLength(text) / time / 1000).toFixed(1)} MB/s`;
    const ratio = (best.opencc / best.guiyi).toFixed(2);
    print(`conversion with provenance (${name})`, rate(best.opencc), `${rate(best.guiyi)}, ratio ${ratio}`);
  }
}

print('what', 'opencc-js', 'Guiyi');
print('---', '---', '---');
openccCases();
hardCases();
simplifiedLines();
twice();
clauses();
speed();
