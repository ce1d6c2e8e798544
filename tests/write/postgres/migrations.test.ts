import { expect, test } from 'vitest';
import { migrations } from '../../../src/write/postgres/migrations/index.ts';

/** What databases out there have recorded: a line is added for a new migration, and none is ever changed. */
const recorded = [
  [1, 'tables', 'c765278fbb3e2412039417296fb75400a6b10f28ea5612fbb9cb5f25519c6a03'],
  [2, 'views', '1ed75ea24165fa54b5a09e5c30bc81bf0324657c33010116cbe9da1cc980a538'],
  [3, 'search', '79971493538b3395934aca5ba5ca176a20b3bd876cb736552a57ef367b749054'],
  [4, 'counts', '56199634d8e77652253e509442c70e4a4a20c7166a5e447cfea7e3cf0840ea4c'],
];

test('no migration that databases have had is changed', () => {
  expect(migrations.map(({ number, name, hash }) => [number, name, hash])).toEqual(recorded);
});
