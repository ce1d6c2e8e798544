import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { loadConfig } from '../config/index.ts';
import { Dictionaries, packagedDictionaries } from '../dictionary/index.ts';
import { GuiyiError } from '../errors/index.ts';
import { Pipeline } from '../pipeline.ts';
import { type Violation, verifyRecord } from '../record/verify.ts';
import { type Manifest, readManifest, tryRecords } from '../write/index.ts';
import type { Call } from './call.ts';
import { checkDictionaries } from './check-dictionaries.ts';
import { status } from './perform.ts';
import { shorten, tableOf } from './table.ts';

/** Something that is wrong, and where. */
export interface Finding {
  /** A record's path, or `file:line` of a dictionary. */
  readonly where: string;
  /** The law or the kind of check. */
  readonly check: string;
  readonly what: string;
}

interface Report {
  /** What was looked at: a text or a table, and how much of it. */
  readonly rows: readonly (readonly [string, number, number])[];
  /** Texts that are right and are not among the rows. */
  readonly more: number;
  readonly findings: readonly Finding[];
}

const words = {
  en: {
    records: ['text', 'edits', 'violations'],
    dictionaries: ['table', 'rows', 'findings'],
    fine: 'Everything is as it should be.',
    found: (n: number) => `${n} findings.`,
    more: (n: number) => `… and ${n} more, which are right.`,
  },
  zh: {
    records: ['文本', '改动', '违例'],
    dictionaries: ['词典', '条目', '发现'],
    fine: '一切正常。',
    found: (n: number) => `${n} 处发现。`,
    more: (n: number) => `……另有 ${n} 个，均正常。`,
  },
} as const;

/** `guiyi check [DIR]`: the records of an output folder by every law, or dictionaries. */
export async function perform({ lang, flags, options, arguments: [folder] }: Call): Promise<number> {
  if (folder !== undefined && !existsSync(folder)) {
    throw new GuiyiError('GY101', 'nothing is there', { path: folder });
  }
  const isOutput = folder !== undefined && (existsSync(join(folder, 'records')) || folder.endsWith('.jsonl'));
  // What made a corpus is what its texts are normalized again with.
  const corpus = folder?.endsWith('.jsonl') ? join(dirname(folder), '..') : folder;
  const made = isOutput ? readManifest(corpus as string) : undefined;
  const config = { ...loadConfig(options, flags.config), ...made?.config.options, ...options };
  const own = config.dictionaries === '' ? [] : [config.dictionaries];
  const report = isOutput
    ? checkRecords(folder, new Pipeline(config, new Dictionaries(ownOf(made) ?? own)))
    : checkDictionaries(folder === undefined ? [packagedDictionaries, ...own] : [folder]);
  const say = words[lang];
  if (flags.json) process.stdout.write(`${JSON.stringify(report)}\n`);
  else {
    const header = isOutput ? say.records : say.dictionaries;
    const rows = report.rows.map(([name, ...counts]) => [shorten(name, 60), ...counts]);
    const lines = [...tableOf(header, rows), ''];
    if (report.more > 0) lines.splice(-1, 0, say.more(report.more));
    for (const { where, check, what } of report.findings) lines.push(`${where}: ${check}: ${what}`);
    lines.push(report.findings.length === 0 ? say.fine : say.found(report.findings.length));
    process.stdout.write(`${lines.join('\n')}\n`);
  }
  return report.findings.length === 0 ? status.fine : status.findings;
}

/** The user's dictionaries with which a corpus was made; none where they are not there any more. */
function ownOf(made: Manifest | undefined): readonly string[] | undefined {
  return made?.dictionaries.own.every((path) => existsSync(path)) ? made.dictionaries.own : undefined;
}

/** Texts that are named though nothing is wrong with them. */
const SOUND_SHOWN = 20;

function checkRecords(folder: string, pipeline: Pipeline): Report {
  const rows: [string, number, number][] = [];
  const findings: Finding[] = [];
  const normalize = (text: string) => pipeline.process({ text }).text;
  let sound = 0;
  for (const found of tryRecords([folder])) {
    if (found instanceof GuiyiError) {
      const { path, line } = found.place;
      findings.push({ where: `${path}:${line}`, check: found.code, what: found.detail });
      continue;
    }
    const { record } = found;
    const violations: Violation[] = verifyRecord(record, { normalize });
    if (violations.length > 0 || sound++ < SOUND_SHOWN)
      rows.push([record.source.path, record.edits.length, violations.length]);
    for (const { law, what } of violations) findings.push({ where: record.source.path, check: law, what });
  }
  return { rows, more: sound - Math.min(sound, SOUND_SHOWN), findings };
}
