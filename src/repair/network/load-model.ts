import { readFileSync } from 'node:fs';
import { Dictionaries } from '../../dictionary/index.ts';
import { GuiyiError } from '../../errors/index.ts';
import { readModel } from './model-file.ts';
import { SequenceModel } from './sequence-model.ts';

const names = { dots: Symbol('model of dots'), gaps: Symbol('model of gaps') };

/** A packaged model, read when the first text comes that needs it. @throws GuiyiError GY401 where it can't be read */
function load(dictionaries: Dictionaries, name: keyof typeof names): SequenceModel {
  return dictionaries.derived(names[name], () => {
    const path = Dictionaries.packagedFile(`${name}.model`);
    try {
      return new SequenceModel(readModel(readFileSync(path)));
    } catch (cause) {
      throw new GuiyiError('GY401', String(cause), { path }, { cause });
    }
  });
}

/** Says which mark each dot of a flattened text is. */
export const dotModel = (dictionaries: Dictionaries): SequenceModel => load(dictionaries, 'dots');

/** Says which mark stood in each gap of a bare text. */
export const gapModel = (dictionaries: Dictionaries): SequenceModel => load(dictionaries, 'gaps');
