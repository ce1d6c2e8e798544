import { readFileSync } from 'node:fs';
import { Dictionaries } from '../../../dictionary/index.ts';
import { GuiyiError } from '../../../errors/index.ts';
import { GapModel } from './gap-model.ts';
import { readGapModel } from './gap-model-file.ts';

const GAPS = Symbol('model of gaps');

/** The packaged model of gaps, read when the first bare text comes. @throws GuiyiError GY401 where it can't be read */
export function gapModel(dictionaries: Dictionaries): GapModel {
  return dictionaries.derived(GAPS, () => {
    const path = Dictionaries.packagedFile('gaps.model');
    try {
      return new GapModel(readGapModel(readFileSync(path)));
    } catch (cause) {
      throw new GuiyiError('GY401', String(cause), { path }, { cause });
    }
  });
}
