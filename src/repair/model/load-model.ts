import { readFileSync } from 'node:fs';
import { Dictionaries } from '../../dictionary/index.ts';
import { GuiyiError } from '../../errors/index.ts';
import { MarkModel } from './mark-model.ts';
import { readModel } from './model-file.ts';

const MARKS = Symbol('model of marks');

/** The packaged model of dots, read when the first flattened text comes. @throws GuiyiError GY401 where it can't be read */
export function markModel(dictionaries: Dictionaries): MarkModel {
  return dictionaries.derived(MARKS, () => {
    const path = Dictionaries.packagedFile('marks.model');
    try {
      return new MarkModel(readModel(readFileSync(path)));
    } catch (cause) {
      throw new GuiyiError('GY401', String(cause), { path }, { cause });
    }
  });
}
