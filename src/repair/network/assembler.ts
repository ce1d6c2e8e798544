/**
 * As much of a WebAssembly assembler as the kernels need: each function gives the bytes of an instruction.
 * Codes are those of the specification, https://webassembly.github.io/spec/core/binary/instructions.html.
 */
export type Code = readonly (number | Code)[];

const I32 = 0x7f;
const V128 = 0x7b;
const NO_RESULT = 0x40;
const BODY_END = 0x0b;

/** Unsigned LEB128. */
function unsigned(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  while (rest > 0x7f) {
    bytes.push((rest & 0x7f) | 0x80);
    rest >>>= 7;
  }
  bytes.push(rest);
  return bytes;
}

/** Signed LEB128. */
function signed(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  while (rest < -0x40 || rest > 0x3f) {
    bytes.push((rest & 0x7f) | 0x80);
    rest >>= 7;
  }
  bytes.push(rest & 0x7f);
  return bytes;
}

const vector = (operation: number): Code => [0xfd, unsigned(operation)];

export const get = (local: number): Code => [0x20, unsigned(local)];
export const set = (local: number, value: Code): Code => [value, 0x21, unsigned(local)];
export const int = (value: number): Code => [0x41, signed(value)];
export const add = (a: Code, b: Code): Code => [a, b, 0x6a];
export const subtract = (a: Code, b: Code): Code => [a, b, 0x6b];
export const multiply = (a: Code, b: Code): Code => [a, b, 0x6c];
const lessThan = (a: Code, b: Code): Code => [a, b, 0x49];
/** `local += value` */
export const increase = (local: number, value: Code): Code => set(local, add(get(local), value));
/** Runs the body, and again while `counter`, which the body changes, is less than `end`; both unsigned. */
export const repeatWhileLess = (counter: number, end: Code, body: Code): Code => [
  [0x03, NO_RESULT],
  body,
  lessThan(get(counter), end),
  [0x0d, 0x00],
  BODY_END,
];
/** Runs the body, and again until `counter`, which the body lowers, is nought. */
export const repeatUntilNought = (counter: number, body: Code): Code => [
  [0x03, NO_RESULT],
  body,
  get(counter),
  [0x0d, 0x00],
  BODY_END,
];

/** Four floats at an address; sixteen bytes need not be aligned. */
export const load = (address: Code, offset = 0): Code => [address, vector(0x00), 0x02, unsigned(offset)];
/** One float at an address, four times. */
export const loadSpread = (address: Code): Code => [address, vector(0x09), 0x02, 0x00];
export const store = (address: Code, value: Code, offset = 0): Code => [
  address,
  value,
  vector(0x0b),
  0x02,
  unsigned(offset),
];
/** A float, four times. */
export const floats = (value: number): Code => [
  vector(0x0c),
  ...new Uint8Array(Float32Array.of(value, value, value, value).buffer),
];
/** A whole number at an address. */
export const loadInt = (address: Code, offset = 0): Code => [address, 0x28, 0x02, unsigned(offset)];
/** Eight signed bytes at an address, made shorts. */
export const loadBytes = (address: Code, offset = 0): Code => [address, vector(0x01), 0x00, unsigned(offset)];
/** Eight shorts of nought. */
export const noShorts: Code = [vector(0x0c), ...new Uint8Array(16)];
/** Sums of eight shorts. */
export const plusShorts = (a: Code, b: Code): Code => [a, b, vector(0x8e)];
/** The first four of eight shorts as floats, and the last four. */
export const lowToFloats = (a: Code): Code => toFloats([a, vector(0xa7)]);
export const highToFloats = (a: Code): Code => toFloats([a, vector(0xa8)]);
/** Of eight shorts and eight others, the products, each two neighbours added up. */
export const multiplyPairs = (a: Code, b: Code): Code => [a, b, vector(0xba)];
/** Sums of four whole numbers. */
export const plusInts = (a: Code, b: Code): Code => [a, b, vector(0xae)];
export const toFloats = (a: Code): Code => [a, vector(0xfa)];
/** The nearest whole numbers of four floats and four others, as shorts; they must be such. */
export const toShorts = (a: Code, b: Code): Code => [nearestInts(a), nearestInts(b), vector(0x85)];
/** Beside so large a float only a whole number has room, which stands in its low bits: quicker than any conversion. */
const ROOM = 1.5 * 2 ** 23;
const ROOM_BITS = new Int32Array(Float32Array.of(ROOM).buffer)[0];
const nearestInts = (a: Code): Code => [plus(a, floats(ROOM)), ints(ROOM_BITS), vector(0xb1)];
/** A whole number, four times. */
const ints = (value: number): Code => [
  vector(0x0c),
  ...new Uint8Array(Int32Array.of(value, value, value, value).buffer),
];
export const smaller = (a: Code, b: Code): Code => [a, b, vector(0xe8)];
export const larger = (a: Code, b: Code): Code => [a, b, vector(0xe9)];
export const absolute = (a: Code): Code => [a, vector(0xe0)];
export const plus = (a: Code, b: Code): Code => [a, b, vector(0xe4)];
export const minus = (a: Code, b: Code): Code => [a, b, vector(0xe5)];
export const times = (a: Code, b: Code): Code => [a, b, vector(0xe6)];
export const root = (a: Code): Code => [a, vector(0xe3)];
/** The sum of a vector's four floats, four times. */
export const total = (a: number): Code => {
  const turned = (by: number): Code => [
    get(a),
    get(a),
    vector(0x0d),
    Array.from({ length: 16 }, (_, i) => (i + by) % 16),
  ];
  return [set(a, plus(get(a), turned(8))), set(a, plus(get(a), turned(4)))];
};
export const over = (a: Code, b: Code): Code => [a, b, vector(0xe7)];

/** A function that takes whole numbers and gives nothing: its locals are the parameters, more whole numbers, then vectors. */
export interface Routine {
  readonly name: string;
  readonly parameters: number;
  readonly integers: number;
  readonly vectors: number;
  readonly body: Code;
}

const flat = (code: Code): number[] => (code as unknown[]).flat(Number.POSITIVE_INFINITY) as number[];
const sized = (bytes: readonly number[]): number[] => [...unsigned(bytes.length), ...bytes];
const list = (items: readonly number[][]): number[] => [...unsigned(items.length), ...items.flat()];
const section = (id: number, bytes: readonly number[]): number[] => [id, ...sized(bytes)];
const named = (name: string): number[] => sized([...name].map((letter) => letter.charCodeAt(0)));

/** A module of routines over one memory, which it imports as `memory` of `memory`. @param pages of 64 KB that it has */
export function assemble(
  routines: readonly Routine[],
  pages: number,
  isShared: boolean,
): Uint8Array<ArrayBuffer> {
  const types = routines.map(({ parameters }) => [
    0x60,
    ...unsigned(parameters),
    ...new Array<number>(parameters).fill(I32),
    0,
  ]);
  const memory = [isShared ? 3 : 1, ...unsigned(pages), ...unsigned(pages)];
  const exports = routines.map(({ name }, i) => [...named(name), 0x00, ...unsigned(i)]);
  const bodies = routines.map(({ integers, vectors, body }) =>
    sized([2, ...unsigned(integers), I32, ...unsigned(vectors), V128, ...flat(body), BODY_END]),
  );
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
    ...section(1, list(types)),
    ...section(2, list([[...named('memory'), ...named('memory'), 0x02, ...memory]])),
    ...section(3, list(routines.map((_, i) => unsigned(i)))),
    ...section(7, list(exports)),
    ...section(10, list(bodies)),
  ]);
}
