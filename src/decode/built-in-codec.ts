import type { Codec, Flaw } from './codec.ts';

/** What Node's decoders don't say of an encoding. */
interface Shapes {
  /** Length of the character at `at` by its shape; 0 where none looks so, -1 where the bytes end within it. */
  readonly lengthAt: (bytes: Uint8Array, at: number) => number;
  /** The first flaw of bytes that the decoder refused. @param decodes tells of a part whether the decoder takes it */
  readonly firstFlaw: (bytes: Uint8Array, decodes: (part: Uint8Array) => boolean) => Flaw;
}

/** A codec of which Node has the decoder. */
export function builtInCodec(label: string, { lengthAt, firstFlaw }: Shapes): Codec {
  const loose = new TextDecoder(label, { ignoreBOM: true });
  const strict = new TextDecoder(label, { ignoreBOM: true, fatal: true });
  const strictly = (bytes: Uint8Array): string | undefined => {
    try {
      return strict.decode(bytes);
    } catch {
      return undefined;
    }
  };
  return {
    readLoosely: (bytes) => loose.decode(bytes),
    readStrictly: (bytes) => strictly(bytes) ?? firstFlaw(bytes, (part) => strictly(part) !== undefined),
    lengthAt: (bytes, at) => Math.max(0, lengthAt(bytes, at)),
  };
}
