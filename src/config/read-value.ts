import { GuiyiError } from '../errors/index.ts';
import type { OptionRow } from './options.ts';

/**
 * The value of an option from the command line (a string, or true for a flag) or from a file (any JSON value).
 *
 * @param name as the person wrote it, for the message
 * @throws GuiyiError GY302 where the option can't take the value
 */
export function readValue(
  name: string,
  row: Pick<OptionRow, 'kind' | 'values'>,
  given: unknown,
): string | number | boolean {
  const refuse = (wanted: string) =>
    new GuiyiError('GY302', `${name} takes ${wanted}, not ${JSON.stringify(given)}`);
  switch (row.kind) {
    case 'choice':
      if (typeof given === 'string' && row.values?.includes(given)) return given;
      throw refuse((row.values ?? []).join(', '));
    case 'number': {
      const value = typeof given === 'string' && given.trim() !== '' ? Number(given) : given;
      if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value;
      throw refuse('a whole number from 0');
    }
    case 'flag':
      if (typeof given === 'boolean') return given;
      throw refuse('true or false');
    default:
      if (typeof given === 'string') return given;
      throw refuse('a text');
  }
}
