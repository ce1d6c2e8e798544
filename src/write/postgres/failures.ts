import { type ErrorCode, GuiyiError } from '../../errors/index.ts';

/** UTF-16 units of a message that are shown. */
const LONGEST_PART = 300;

/**
 * The code for what PostgreSQL or the way to it says: an SQLSTATE, its class (the first two characters), or
 * the name that the system gives. Source: PostgreSQL's manual, appendix A.
 */
const codeOf: { readonly [name: string]: ErrorCode } = {
  // The way there.
  ECONNREFUSED: 'GY511',
  ENOTFOUND: 'GY511',
  EAI_AGAIN: 'GY511',
  ENOENT: 'GY511',
  EACCES: 'GY511',
  EHOSTUNREACH: 'GY511',
  ENETUNREACH: 'GY511',
  // cannot_connect_now, too_many_connections
  '57P03': 'GY511',
  '53300': 'GY511',
  // invalid authorization
  '28': 'GY512',
  // invalid_catalog_name
  '3D000': 'GY513',
  // insufficient_privilege, read_only_sql_transaction
  '42501': 'GY514',
  '25006': 'GY514',
  // invalid_schema_name, duplicate_table, duplicate_function, duplicate_object
  '3F000': 'GY516',
  '42P06': 'GY516',
  '42P07': 'GY516',
  '42723': 'GY516',
  '42710': 'GY516',
  // admin_shutdown, crash_shutdown, connection exceptions
  '57P01': 'GY518',
  '57P02': 'GY518',
  '08': 'GY518',
  // data exceptions
  '22': 'GY503',
};

/**
 * What an error of `pg` means to a person.
 *
 * @param shown the database, without password
 * @param connected false while connecting
 * @returns a GuiyiError; what is no error comes back as it is
 */
export function failure(error: unknown, shown: string, connected: boolean): unknown {
  if (error instanceof GuiyiError || !(error instanceof Error)) return error;
  // Of several addresses that were tried, the last one's error.
  const inner =
    error instanceof AggregateError ? ((error.errors.at(-1) as Error | undefined) ?? error) : error;
  const { code = '' } = inner as Error & { code?: string };
  const known = codeOf[code] ?? (/^[0-9A-Z]{5}$/.test(code) ? codeOf[code.slice(0, 2)] : undefined);
  return new GuiyiError(known ?? unnamed(inner, code, connected), said(inner, code), { path: shown });
}

/** The code where none is named: `pg` itself, or an SQLSTATE that is nobody's fault in particular. */
function unnamed({ message }: Error, code: string, connected: boolean): ErrorCode {
  if (/^SASL|password must be/i.test(message)) return 'GY512';
  if (/^[0-9A-Z]{5}$/.test(code) && !code.startsWith('E')) return 'GY510';
  return connected ? 'GY518' : 'GY511';
}

/** What was said, in one line. */
function said(error: Error, code: string): string {
  const { detail = '', where = '' } = error as Error & { detail?: string; where?: string };
  const message = /client password must be/.test(error.message) ? 'a password is needed' : error.message;
  const parts = [message, detail, where].filter((part) => part !== '').map(shortened);
  return `${parts.join('; ')}${code === '' ? '' : ` (${code})`}`;
}

/** Some messages quote a whole text. */
function shortened(message: string): string {
  const sentence = message.replace(/\.$/, '');
  return sentence.length > LONGEST_PART ? `${sentence.slice(0, LONGEST_PART)}…` : sentence;
}
