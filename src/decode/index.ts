export type { Encoding } from './codec.ts';
export { CERTAIN, type Decoded, type DecodeOptions, decode } from './decode.ts';
