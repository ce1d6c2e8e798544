import { z } from 'zod';
import { type OptionRow, options } from './options.ts';

function valueSchema(row: OptionRow): z.ZodType {
  switch (row.kind) {
    case 'choice':
      return z.enum(row.values as readonly [string, ...string[]]);
    case 'number':
      return z.int().gte(0);
    case 'share':
      return z.number().gte(0).lte(1);
    case 'flag':
      return z.boolean();
    default:
      return z.string();
  }
}

/** The schema of `guiyi.config.json`; unknown keys are errors, every key has its default. */
export const configSchema = z.strictObject({
  $schema: z.string().optional().describe('Where editors find this schema.'),
  ...Object.fromEntries(
    Object.entries<OptionRow>(options).map(([name, row]) => [
      name,
      valueSchema(row)
        .default(row.default as never)
        .describe(row.en),
    ]),
  ),
});
