import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { Pipeline } from '../../src/pipeline.ts';
import { listInputs } from '../../src/read/index.ts';
import type { DocumentRecord } from '../../src/record/index.ts';
import { unpack } from '../../src/unpack/index.ts';

/**
 * What becomes of each sample, whole, in a form that people read: after a change of a rule, the difference of these
 * files is what the change does. `npx vitest run tests/golden -u` writes them anew; CI never does.
 */
function shown(record: DocumentRecord): string {
  const points = [...record.text];
  const slice = ([start, end]: readonly number[]) => points.slice(start, end).join('');
  const fields = ({
    id: _,
    text: __,
    span: ___,
    source: ____,
    rule: _____,
    ...rest
  }: DocumentRecord['entities'][number]) => JSON.stringify(rest);
  return [
    `# ${record.source.path}`,
    `script ${record.script.detected}, encoding ${record.source.encoding}`,
    '\n## Blocks',
    ...record.blocks.map(
      ({ kind, level, span }) => `${kind}${level === undefined ? '' : ` ${level}`}: ${slice(span)}`,
    ),
    '\n## Entities',
    ...record.entities.map((entity) => `${entity.id} ${slice(entity.span)} ${fields(entity)}`),
    '\n## Relations',
    ...record.relations.map((relation) =>
      JSON.stringify(relation, (key, value) => (key === 'source' || key === 'span' ? undefined : value)),
    ),
    '\n## Messages',
    ...record.messages.map(({ severity, rule, reason }) => `${severity} ${rule}: ${reason}`),
    '',
  ].join('\n');
}

const pipeline = new Pipeline();
const records: DocumentRecord[] = [];
for await (const file of listInputs([fileURLToPath(new URL('../../input', import.meta.url))], {})) {
  if (!('absolutePath' in file)) throw new Error(JSON.stringify(file));
  for await (const document of unpack(file)) {
    if (!('text' in document)) throw new Error(JSON.stringify(document));
    records.push(pipeline.process(document));
  }
}

describe('what becomes of each sample', () => {
  test.each(records.map((record) => [record.source.path, record] as const))('%s', async (path, record) => {
    await expect(shown(record)).toMatchFileSnapshot(`${path.replaceAll('/', '-')}.golden`);
  });
});
