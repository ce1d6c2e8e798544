import { type Dictionaries, defaultDictionaries } from '../dictionary/index.ts';
import type { Codec, Flaw } from './codec.ts';

/** What each double-byte code stands for. */
interface Big5Table {
  /** By {@link indexOf}: the code point, 0 where the code means nothing. */
  readonly points: Uint32Array;
  /** By {@link indexOf}: the combining mark that follows, for the four codes that are two code points. */
  readonly marks: ReadonlyMap<number, number>;
}

const TRAILS = 157;
const FIRST_LEAD = 0x81;
const LAST_LEAD = 0xfe;
const REPLACEMENT = 0xfffd;

const isTrail = (byte: number) => (byte >= 0x40 && byte <= 0x7e) || (byte >= 0xa1 && byte <= 0xfe);
const indexOf = (lead: number, trail: number) =>
  (lead - FIRST_LEAD) * TRAILS + (trail < 0x7f ? trail - 0x40 : trail - 0x62);
const isPrivateUse = (point: number) => point >= 0xe000 && point <= 0xf8ff;

/**
 * Node's decoder knows Big5 itself but turns HKSCS and ETEN characters into private-use code points,
 * silently. So its table is taken, the private-use codes left out, and `big5-hkscs.tsv` laid over it.
 */
function makeTable(dictionaries: Dictionaries): Big5Table {
  const points = new Uint32Array((LAST_LEAD - FIRST_LEAD + 1) * TRAILS);
  const marks = new Map<number, number>();
  const decoder = new TextDecoder('big5', { ignoreBOM: true });
  for (let lead = FIRST_LEAD; lead <= LAST_LEAD; lead++) {
    const trails = Array.from({ length: 0xff - 0x40 }, (_, i) => i + 0x40).filter(isTrail);
    const lines = decoder.decode(Uint8Array.from(trails.flatMap((trail) => [lead, trail, 0x0a]))).split('\n');
    trails.forEach((trail, i) => {
      const point = lines[i].codePointAt(0) ?? REPLACEMENT;
      const whole = lines[i].length === (point > 0xffff ? 2 : 1);
      if (whole && point !== REPLACEMENT && !isPrivateUse(point)) points[indexOf(lead, trail)] = point;
    });
  }
  for (const { code, characters } of dictionaries.rows('big5Hkscs')) {
    const start = Number.parseInt(code, 16);
    let index = indexOf(start >> 8, start & 0xff);
    for (const [character] of characters.matchAll(/.\p{Mn}*/gsu)) {
      const [base, mark] = Array.from(character, (point) => point.codePointAt(0)!);
      points[index] = base;
      if (mark !== undefined) marks.set(index, mark);
      index++;
    }
  }
  return { points, marks };
}

const tableKey = Symbol('big5 table');

/** Big5 with the characters of HKSCS-2008 and ETEN. */
export function big5(dictionaries: Dictionaries = defaultDictionaries()): Codec {
  const table = dictionaries.derived(tableKey, makeTable);
  return {
    readLoosely: (bytes) => read(bytes, table).text,
    readStrictly: (bytes) => {
      const { text, flaw } = read(bytes, table);
      return flaw ?? text;
    },
    lengthAt: (bytes, at) => (bytes[at] < 0x80 ? 1 : pointAt(bytes, at, table) === 0 ? 0 : 2),
  };
}

/** The code point of the double-byte code at `at`, 0 where there is none. */
function pointAt(bytes: Uint8Array, at: number, { points }: Big5Table): number {
  const lead = bytes[at];
  if (lead < FIRST_LEAD || lead > LAST_LEAD || at + 1 >= bytes.length || !isTrail(bytes[at + 1])) return 0;
  return points[indexOf(lead, bytes[at + 1])];
}

function read(bytes: Uint8Array, table: Big5Table): { text: string; flaw: Flaw | undefined } {
  const units = Buffer.allocUnsafe(bytes.length * 2 + 2);
  let length = 0;
  let flaw: Flaw | undefined;
  for (let at = 0; at < bytes.length; at++) {
    const lead = bytes[at];
    if (lead < 0x80) {
      length = units.writeUInt16LE(lead, length);
      continue;
    }
    const point = pointAt(bytes, at, table);
    if (point === 0) {
      flaw ??= {
        byte: at,
        truncated: at + 1 === bytes.length && lead >= FIRST_LEAD && lead <= LAST_LEAD,
      };
      length = units.writeUInt16LE(REPLACEMENT, length);
      continue;
    }
    if (point > 0xffff) {
      length = units.writeUInt16LE(0xd7c0 + (point >> 10), length);
      length = units.writeUInt16LE(0xdc00 | (point & 0x3ff), length);
    } else {
      length = units.writeUInt16LE(point, length);
      const mark = table.marks.get(indexOf(lead, bytes[at + 1]));
      if (mark !== undefined) length = units.writeUInt16LE(mark, length);
    }
    at++;
  }
  return { text: units.toString('utf16le', 0, length), flaw };
}
