import type { Outcome, Task } from './document-worker.ts';

/** Bytes that a thread may lay into a room: what is made of some thirty thousand characters. */
const ROOM_BYTES = 1 << 21;

/** What a thread is asked to do, and where it lays what it makes. */
export interface Order {
  readonly task: Task;
  readonly room: SharedArrayBuffer;
}

/** What a thread answers. */
export interface Answer {
  readonly outcome: Outcome;
  /** Bytes of each of the outcome's arrays, which lie in the room, one behind the other; left out where it has them itself. */
  readonly inRoom?: readonly number[];
}

/**
 * Memory that a thread and the main thread share, for one outcome after the other. Buffers that move from thread to
 * thread are counted as the new owner's garbage: with some hundred of them the main thread marks all that it has, again
 * and again.
 */
export class Rooms {
  readonly #free: SharedArrayBuffer[] = [];
  readonly #held = new WeakMap<Outcome, SharedArrayBuffer>();

  /** A room that is nobody's. */
  take(): SharedArrayBuffer {
    return this.#free.pop() ?? new SharedArrayBuffer(ROOM_BYTES);
  }

  /** The outcome of an answer. Its arrays are in the room, and right until it is {@link release}d. */
  outcomeOf({ outcome, inRoom }: Answer, room: SharedArrayBuffer): Outcome {
    if (inRoom === undefined) {
      this.#free.push(room);
      return outcome;
    }
    let at = 0;
    const arrays = inRoom.map((length) => {
      at += length;
      return new Uint8Array(room, at - length, length);
    });
    const whole = withArrays(outcome, arrays);
    this.#held.set(whole, room);
    return whole;
  }

  /** An outcome is used up: another may take its room. */
  release(outcome: Outcome): void {
    const room = this.#held.get(outcome);
    if (room === undefined) return;
    this.#held.delete(outcome);
    this.#free.push(room);
  }
}

/** The answer with which a thread sends an outcome, and the buffers that move with it: where there is not room enough. */
export function answerOf(outcome: Outcome, room: SharedArrayBuffer): [Answer, ArrayBuffer[]] {
  const arrays = arraysOf(outcome);
  const lengths = arrays.map(({ length }) => length);
  const bytes = lengths.reduce((sum, length) => sum + length, 0);
  if (arrays.length === 0 || bytes > room.byteLength) return [{ outcome }, arrays.flatMap(wholeBuffer)];
  const place = new Uint8Array(room);
  let at = 0;
  for (const array of arrays) {
    place.set(array, at);
    at += array.length;
  }
  const none = arrays.map(() => new Uint8Array());
  return [{ outcome: withArrays(outcome, none), inRoom: lengths }, []];
}

/** The arrays of an outcome that are large: what its record, rows and text are written with. */
function arraysOf(outcome: Outcome): Uint8Array[] {
  if (outcome.kind === 'rows') return [outcome.rows.bytes];
  if (outcome.kind === 'made') return [outcome.made.rows.bytes, outcome.made.text, outcome.made.line];
  return outcome.kind === 'same' && outcome.made !== undefined
    ? [outcome.made.rows.bytes, outcome.made.text]
    : [];
}

/** The outcome with other arrays in the place of {@link arraysOf}. */
function withArrays(outcome: Outcome, [bytes, text, line]: readonly Uint8Array[]): Outcome {
  const { kind } = outcome;
  if (kind === 'rows') return { ...outcome, rows: { ...outcome.rows, bytes } };
  if (kind === 'made') {
    const { made } = outcome;
    return { ...outcome, made: { ...made, rows: { ...made.rows, bytes }, text, line } };
  }
  if (kind !== 'same' || outcome.made === undefined) return outcome;
  const { made } = outcome;
  return { ...outcome, made: { ...made, rows: { ...made.rows, bytes }, text } };
}

/** The buffer of an array that has one for itself: Node keeps small ones together in one. */
function wholeBuffer({ buffer, byteLength }: Uint8Array): ArrayBuffer[] {
  return buffer.byteLength === byteLength ? [buffer as ArrayBuffer] : [];
}
