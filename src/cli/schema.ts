import { z } from 'zod';
import { configSchema } from '../config/schema.ts';
import { GuiyiError } from '../errors/index.ts';
import { recordSchema } from '../record/schema.ts';
import type { Call } from './call.ts';
import { status } from './perform.ts';

const schemas: Readonly<Record<string, { title: string; schema: z.ZodType; io: 'input' | 'output' }>> = {
  record: { title: 'Guiyi document record, guiyi/1', schema: recordSchema, io: 'output' },
  // As people write it: every key may be left out.
  config: { title: 'guiyi.config.json', schema: configSchema, io: 'input' },
};

/** `guiyi schema [record|config]` */
export async function perform({ arguments: [name = 'record'] }: Call): Promise<number> {
  const wanted = Object.hasOwn(schemas, name) ? schemas[name] : undefined;
  if (wanted === undefined) {
    throw new GuiyiError('GY303', `there is no schema '${name}', only ${Object.keys(schemas).join(' and ')}`);
  }
  const { title, schema, io } = wanted;
  const { $schema, ...rest } = z.toJSONSchema(schema, { io });
  process.stdout.write(`${JSON.stringify({ $schema, title, ...rest }, null, 2)}\n`);
  return status.fine;
}
