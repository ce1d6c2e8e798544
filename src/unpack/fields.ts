import { GuiyiError } from '../errors/index.ts';

/** A record's text and the fields beside it. */
export interface TextAndFields {
  readonly text: string;
  readonly carried: Readonly<Record<string, unknown>>;
}

/** Deepest nesting of a carried value: more is an attack on whoever reads the record, not data. */
const DEEPEST = 64;

/**
 * Takes the text out of a parsed JSON record; the other fields are carried.
 *
 * @param textField the field's name; `a.b` is field `b` of the object in field `a`, which is carried whole
 * @throws GuiyiError GY105 where there is no text, GY109 where a field is nested too deeply
 */
export function textAndFields(
  record: unknown,
  textField: string,
  place: { path: string; line?: number },
): TextAndFields {
  if (typeof record !== 'object' || record === null || Array.isArray(record)) {
    throw new GuiyiError('GY105', 'it is no object', place);
  }
  if (depthExceeds(record, DEEPEST))
    throw new GuiyiError('GY109', `more than ${DEEPEST} levels of JSON`, place);
  const fields = record as Record<string, unknown>;
  const direct = Object.hasOwn(fields, textField);
  const text = direct ? fields[textField] : valueAt(fields, textField.split('.'));
  if (typeof text !== 'string') {
    const reason =
      text === undefined ? `it has no field '${textField}'` : `its field '${textField}' is no string`;
    throw new GuiyiError('GY105', reason, place);
  }
  const { [direct ? textField : '']: _, ...carried } = fields;
  return { text, carried };
}

function valueAt(record: Record<string, unknown>, path: readonly string[]): unknown {
  let value: unknown = record;
  for (const name of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
    value = (value as Record<string, unknown>)[name];
  }
  return value;
}

/** True where arrays and objects are nested more than `limit` deep. Without recursion, as the depth is hostile. */
function depthExceeds(root: object, limit: number): boolean {
  let level: object[] = [root];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > limit) return true;
    level = level.flatMap((value) =>
      Object.values(value).filter((inner) => typeof inner === 'object' && inner !== null),
    );
  }
  return false;
}
