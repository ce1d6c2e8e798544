/** As much of WebAssembly as is used; the types of Node.js leave it out. */
interface Engine {
  readonly Memory: new (size: { initial: number; maximum: number; shared: boolean }) => Memory;
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object, imports: object) => { readonly exports: unknown };
}

export interface Memory {
  readonly buffer: ArrayBuffer;
}

export const engine = (globalThis as unknown as { WebAssembly: Engine }).WebAssembly;

const PAGE = 0x10000;
/** Bytes that a block's place is a multiple of. */
const ALIGNMENT = 16;

/** A block of floats in a memory. */
export interface Block {
  /** In bytes. */
  readonly at: number;
  /** Floats in a row. */
  readonly width: number;
  readonly values: Float32Array;
}

/** Deals out a memory, block by block. */
export class Arena {
  readonly memory: Memory;
  readonly isShared: boolean;
  #used: number;

  /** @param from the first byte that is free */
  constructor(memory: Memory, from: number, isShared: boolean) {
    this.memory = memory;
    this.isShared = isShared;
    this.#used = from;
  }

  /** A memory of at least so many floats; shared ones can be sent to other threads. */
  static of(floats: number, isShared = false): Arena {
    const pages = Math.ceil((floats * 4) / PAGE) + 1;
    return new Arena(
      new engine.Memory({ initial: pages, maximum: pages, shared: isShared }),
      ALIGNMENT,
      isShared,
    );
  }

  /** Bytes that have been dealt out. */
  get used(): number {
    return this.#used;
  }

  take(rows: number, width: number): Block {
    const at = this.#used;
    this.#used += Math.ceil((rows * width * 4) / ALIGNMENT) * ALIGNMENT;
    return { at, width, values: new Float32Array(this.memory.buffer, at, rows * width) };
  }
}
