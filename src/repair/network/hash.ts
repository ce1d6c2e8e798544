/** Bits of a feature's hash. */
export const HASH_BITS = 24;

/** Takes one more value into a mixture of thirty-two bits. */
export function mix(mixed: number, value: number): number {
  const next = Math.imul(mixed ^ value, 0x9e3779b1);
  return next ^ (next >>> 15);
}

/** The hash of a feature, of `HASH_BITS`. @param mixed what it is made of, thirty-two bits */
export function finish(mixed: number): number {
  return Math.imul(mixed, 0x85ebca6b) >>> (32 - HASH_BITS);
}
