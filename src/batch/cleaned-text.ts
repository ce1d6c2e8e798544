import { unified } from 'unified';
import { VFile } from 'vfile';
import { Alignment } from '../alignment/index.ts';
import { cleanStep } from '../clean/index.ts';
import type { Config } from '../config/index.ts';
import type { Dictionaries } from '../dictionary/index.ts';
import { parse } from '../parse/index.ts';
import type { InputDocument } from '../unpack/index.ts';

/** The text of a document as it is before conversion. */
export function cleanedText(
  { text, source, layout }: InputDocument,
  config: Config,
  dictionaries: Dictionaries,
): string {
  const file = new VFile({ value: text });
  const state = { alignment: Alignment.of(text), source, ...(layout === undefined ? {} : { layout }) };
  file.data.guiyi = state;
  const processor = unified().use(parse);
  cleanStep.attach(processor as never, config, dictionaries);
  processor.runSync(processor.parse(file) as never, file);
  return file.data.guiyi.alignment.text;
}
