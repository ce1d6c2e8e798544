import { describe, expect, test } from 'vitest';
import { rejectionOf } from '../../src/batch/document-worker.ts';
import { GuiyiError } from '../../src/errors/index.ts';

/** What comes of an operation that fails. */
function failure(operation: () => unknown): unknown {
  try {
    operation();
  } catch (error) {
    return error;
  }
  throw new Error('it does not fail');
}

describe('a rejection', () => {
  test('tells what was wrong and where', () => {
    expect(rejectionOf('a.txt', new GuiyiError('GY204', 'it turns to Big5', { byte: 7 }))).toEqual({
      path: 'a.txt',
      code: 'GY204',
      reason: 'it turns to Big5',
      byte: 7,
    });
  });

  test('of a record that no string can hold says that the document is too large', () => {
    const tooLong = [
      failure(() => 'x'.repeat(2 ** 29).concat('x')),
      Object.assign(new Error('Cannot create a string longer than 0x1fffffe8 characters'), {
        code: 'ERR_STRING_TOO_LONG',
      }),
    ];
    for (const error of tooLong) {
      expect(rejectionOf('a.txt', error)).toMatchObject({
        code: 'GY107',
        reason: expect.stringMatching('split'),
      });
    }
  });

  test('of anything else is a defect of ours', () => {
    expect(rejectionOf('a.txt', new TypeError('x is not a function'))).toMatchObject({ code: 'GY901' });
    expect(rejectionOf('a.txt', 'thrown')).toMatchObject({ code: 'GY901', reason: 'thrown' });
  });
});
