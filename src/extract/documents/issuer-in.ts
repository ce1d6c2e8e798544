import { bearerIn, type Organ, type OrganRegister } from '../organs/index.ts';

const STATE = '中华人民共和国';
const OFFICE = '办公厅';

/**
 * The body that used a prefix in a year: 农〔2019〕 is the ministry of agriculture's successor's, 建〔2005〕 the
 * housing ministry's predecessor's. Where there are several, or the register has none, the name stays as it is.
 *
 * @param name the body that used it when the prefix was entered
 */
export function issuerIn(name: string, year: number, register: OrganRegister): string {
  const ofOffice = name.endsWith(OFFICE) && name.length > OFFICE.length + 2;
  const body = ofOffice ? name.slice(0, -OFFICE.length) : name;
  const organ = register.named(body);
  if (organ === undefined) return name;
  const then = inYear(bearerIn(organ, { year, month: undefined }), year, register);
  if (then === undefined || organ.includes(then)) return name;
  const plain = then.name.startsWith(STATE) ? then.name.slice(STATE.length) : then.name;
  return ofOffice ? plain + OFFICE : plain;
}

/** How many changes of a body are followed. */
const STEPS = 6;

function inYear(organ: Organ, year: number, register: OrganRegister): Organ | undefined {
  let at: Organ | undefined = organ;
  for (let step = 0; at !== undefined && step < STEPS; step++) {
    const { id, from, to, successors }: Organ = at;
    if (to < year * 12) {
      // The last year of a body and the first of what it became overlap: it may still have numbered.
      at = successors.length === 1 ? register.organs.get(successors[0]) : undefined;
    } else if (from > year * 12 + 11) {
      // The railways' ministry came to the transport ministry later: what it grew from ended when it began.
      const earlier = register.predecessors(id).filter((one) => Math.abs(one.to - from) <= 1);
      at = earlier.length === 1 ? earlier[0] : undefined;
    } else return at;
  }
  return at;
}
