import { type Config, defaultConfig } from './config/index.ts';
import { Dictionaries, defaultDictionaries } from './dictionary/index.ts';
import { Pipeline } from './pipeline.ts';
import type { DocumentRecord } from './record/index.ts';

/** What `normalize` can be told; every option of the configuration, and the document's id. */
export type NormalizeOptions = Partial<Config> & { readonly id?: string };

const pipelines = new Map<string, Pipeline>();

/**
 * Normalizes one text: the record that `guiyi run` would write for it.
 *
 * @param text in any script and state, as a string
 * @param options as in `guiyi.config.json`; what is left out has its default
 * @returns the record; positions count code points unless `offsets` says `utf16`
 * @throws GuiyiError GY401 or GY402 where a dictionary is missing or broken
 * @example
 * const { text, entities } = normalize('國務院關於印發規劃的通知');
 */
export function normalize(text: string, options: NormalizeOptions = {}): DocumentRecord {
  const { id, ...chosen } = options;
  const config: Config = { ...defaultConfig, ...chosen };
  const key = JSON.stringify(config);
  let pipeline = pipelines.get(key);
  if (pipeline === undefined) {
    const own = config.dictionaries === '' ? [] : [config.dictionaries];
    pipeline = new Pipeline(config, own.length === 0 ? defaultDictionaries() : new Dictionaries(own));
    pipelines.set(key, pipeline);
  }
  return pipeline.process(id === undefined ? { text } : { text, id });
}
