import { codecOf } from '../src/decode/codecs.ts';

/** Bytes for text in encodings that Node can read but not write, made by reading every code once. */
type Encoder = (text: string) => Uint8Array;

const trailing = Array.from({ length: 0xff - 0x40 }, (_, i) => i + 0x40).filter((byte) => byte !== 0x7f);

/** The double-byte code of each character of an encoding. */
function doubleByteCodes(encoding: 'gb18030' | 'big5'): ReadonlyMap<string, readonly number[]> {
  const codec = codecOf(encoding);
  const codes = new Map<string, readonly number[]>();
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (const trail of trailing) {
      const text = codec.readStrictly(Uint8Array.of(lead, trail));
      if (typeof text === 'string' && !codes.has(text)) codes.set(text, [lead, trail]);
    }
  }
  return codes;
}

function doubleByteEncoder(encoding: string, codes: ReadonlyMap<string, readonly number[]>): Encoder {
  return (text) => {
    const bytes: number[] = [];
    for (const character of text) {
      if (character <= '\x7f') bytes.push(character.charCodeAt(0));
      else {
        const code = codes.get(character);
        if (code === undefined) throw new RangeError(`${encoding} has no '${character}'`);
        bytes.push(...code);
      }
    }
    return Uint8Array.from(bytes);
  };
}

const gbkCodes = doubleByteCodes('gb18030');
const big5Codes = doubleByteCodes('big5');

/** GBK, and so the double-byte part of GB18030. @throws RangeError where a character has no code */
export const gbk: Encoder = doubleByteEncoder('gbk', gbkCodes);

/** Big5 with HKSCS. @throws RangeError where a character has no code */
export const big5: Encoder = doubleByteEncoder('big5', big5Codes);

/** True where GBK has a code for the character. */
export const gbkHas = (character: string) => character <= '\x7f' || gbkCodes.has(character);

/** True where Big5 with HKSCS has a code for the character. */
export const big5Has = (character: string) => character <= '\x7f' || big5Codes.has(character);

/** UTF-16 without a byte order mark. */
export const utf16le: Encoder = (text) => Buffer.from(text, 'utf16le');
export const utf16be: Encoder = (text) => Buffer.from(text, 'utf16le').swap16();
