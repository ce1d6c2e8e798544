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
  row: Pick<OptionRow, 'kind' | 'values' | 'aliases'>,
  given: unknown,
): string | number | boolean {
  const refuse = (wanted: string) =>
    new GuiyiError('GY302', `${name} takes ${wanted}, not ${JSON.stringify(given)}`);
  switch (row.kind) {
    case 'choice':
      if (typeof given === 'string') {
        const value = row.aliases?.[given.toLowerCase()] ?? given;
        if (row.values?.includes(value)) return value;
      }
      throw refuse((row.values ?? []).join(', '));
    case 'number': {
      const value = numberOf(given);
      if (Number.isSafeInteger(value) && value >= 0) return value;
      throw refuse('a whole number from 0');
    }
    case 'share': {
      const value = numberOf(given);
      if (value >= 0 && value <= 1) return value;
      throw refuse('a number from 0 to 1');
    }
    case 'flag':
      if (typeof given === 'boolean') return given;
      throw refuse('true or false');
    default:
      if (typeof given === 'string') return given;
      throw refuse('a text');
  }
}

/** NaN for what is no number. */
function numberOf(given: unknown): number {
  if (typeof given === 'number') return given;
  return typeof given === 'string' && given.trim() !== '' ? Number(given) : Number.NaN;
}
