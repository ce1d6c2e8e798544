import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { loadConfig } from '../config/index.ts';
import { Dictionaries } from '../dictionary/index.ts';
import { GuiyiError } from '../errors/index.ts';
import { Pipeline } from '../pipeline.ts';
import { CorpusDatabase, type Hit, search } from '../write/index.ts';
import type { Call } from './call.ts';
import { isPostgresUrl } from './load-targets.ts';
import { status } from './perform.ts';

/** `guiyi search DIR|postgres://… <words…>`: exit status 1 where nothing is found, as grep has it. */
export async function perform({
  lang,
  flags,
  options,
  arguments: [corpus, ...wanted],
}: Call): Promise<number> {
  const find = await searcherOf(corpus);
  const config = loadConfig(options, flags.config);
  const own = config.dictionaries === '' ? [] : [config.dictionaries];
  // What is looked for goes the way of the texts: to Simplified, and into words.
  const pipeline = new Pipeline(config, new Dictionaries(own));
  const phrases = wanted
    .map((text) => pipeline.process({ text }).tokens.text)
    .filter(({ length }) => length > 0);
  if (phrases.length === 0) throw new GuiyiError('GY303', 'there is nothing to look for');
  const hits = await find(phrases, flags.limit ?? 20);
  if (flags.json) process.stdout.write(`${JSON.stringify(hits)}\n`);
  else if (hits.length === 0) process.stderr.write(lang === 'zh' ? '没有找到。\n' : 'Nothing was found.\n');
  else for (const { path, line, snippet } of hits) process.stdout.write(`${path}:${line}: ${snippet}\n`);
  return hits.length > 0 ? status.fine : status.findings;
}

type Searcher = (phrases: readonly (readonly string[])[], limit: number) => Promise<Hit[]>;

async function searcherOf(corpus: string): Promise<Searcher> {
  if (isPostgresUrl(corpus)) {
    const { searchCorpus } = await import('../write/postgres/index.ts');
    return (phrases, limit) => searchCorpus(corpus, phrases, limit);
  }
  const path = join(corpus, 'corpus.sqlite');
  if (!existsSync(path)) throw new GuiyiError('GY101', 'no corpus is there; guiyi run makes one', { path });
  return async (phrases, limit) => {
    const database = new CorpusDatabase(path);
    try {
      return search(database, phrases, limit);
    } finally {
      database.close();
    }
  };
}
