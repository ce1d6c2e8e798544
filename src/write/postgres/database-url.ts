import { GuiyiError } from '../../errors/index.ts';

/** Where a database is, read from a URL. */
export interface DatabaseUrl {
  /** What `pg` takes; may hold the password, so it is never shown. */
  readonly connection: string;
  /** The schema of the tables; nothing for the first of the user's search path, `public` as a rule. */
  readonly schema: string | undefined;
  /** The URL as it may be shown: without password and parameters. */
  readonly shown: string;
}

/** Bytes of an identifier; PostgreSQL cuts longer ones without a word. */
const LONGEST_NAME = 63;

/**
 * Reads `postgres://user:password@host:port/database?schema=NAME`. Other parameters are those of libpq that
 * `pg` knows: `host` for the folder of a socket, `sslmode`, `options`.
 *
 * @throws GuiyiError GY305; what can't be read is never shown, as nobody knows where in it a password stands
 */
export function readDatabaseUrl(text: string): DatabaseUrl {
  // PostgreSQL takes an empty host; the standard for URLs doesn't where a user is named.
  const url = parsed(text.replace(/^(postgres(?:ql)?:\/\/[^/?#]*@)(?=[/?]|$)/i, '$1localhost'));
  if (url.hash !== '' || `${url.pathname}${url.search}`.includes('@')) {
    throw new GuiyiError('GY305', 'a mark such as # / ? @ in a name or password is written %23 %2F %3F %40');
  }
  const schema = url.searchParams.get('schema') ?? undefined;
  if (schema !== undefined && !isSchemaName(schema)) {
    throw new GuiyiError('GY305', `schema=${schema} is no name that a schema can have`);
  }
  url.searchParams.delete('schema');
  // `sslmode` then means what it does for psql.
  if (url.searchParams.has('sslmode')) url.searchParams.set('uselibpqcompat', 'true');
  const user = url.username === '' ? '' : `${decodeURIComponent(url.username)}@`;
  const host = url.searchParams.get('host') ?? decodeURIComponent(url.host);
  const shown = `postgres://${user}${host}${decodeURIComponent(url.pathname)}`;
  return { connection: url.href, schema, shown };
}

function parsed(text: string): URL {
  try {
    const url = new URL(text);
    for (const part of [url.username, url.password, url.host, url.pathname]) decodeURIComponent(part);
    if (/^postgres(?:ql)?:\/\//i.test(text)) return url;
  } catch {
    // What `URL` throws carries its input, and with it the password.
  }
  throw new GuiyiError('GY305', 'it is not like postgres://user:password@host:port/database');
}

function isSchemaName(name: string): boolean {
  return name !== '' && Buffer.byteLength(name) <= LONGEST_NAME && !/^pg_|^information_schema$|\0/.test(name);
}
