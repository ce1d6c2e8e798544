import type { Dictionaries } from '../dictionary/index.ts';
import { big5 } from './big5.ts';
import type { Codec, Encoding } from './codec.ts';
import { gb18030 } from './gb18030.ts';
import { utf8 } from './utf-8.ts';
import { utf16be, utf16le } from './utf-16.ts';

/** Every encoding that Guiyi reads, the likelier first. */
export const encodings: readonly Encoding[] = ['utf-8', 'gb18030', 'big5', 'utf-16le', 'utf-16be'];

/** The codec of an encoding. */
export function codecOf(encoding: Encoding, dictionaries?: Dictionaries): Codec {
  switch (encoding) {
    case 'utf-8':
      return utf8;
    case 'gb18030':
      return gb18030;
    case 'big5':
      return big5(dictionaries);
    case 'utf-16le':
      return utf16le;
    case 'utf-16be':
      return utf16be;
  }
}
