import { z } from 'zod';
import { type Config, type OptionName, type OptionRow, options } from './options.ts';

function valueSchema(row: OptionRow): z.ZodType {
  switch (row.kind) {
    case 'choice':
      return z.enum(row.values as readonly [string, ...string[]]);
    case 'number':
      return z.number();
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

/** Checks outside data and fills in defaults. @throws z.ZodError */
export function parseConfig(data: unknown): Config {
  const config: Record<string, unknown> = configSchema.parse(data);
  return Object.fromEntries(
    (Object.keys(options) as OptionName[]).map((name) => [name, config[name]]),
  ) as unknown as Config;
}
