export type { Encoding } from './codec.ts';
export { type Decoded, decode, decodePart, type PartPlace } from './decode.ts';
export { CERTAIN, type DecodeOptions, type Detected, detect } from './detect.ts';
export { signatureOf } from './signature.ts';
