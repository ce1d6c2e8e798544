import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import type { MarkModelData } from './mark-model.ts';
import { OUTPUTS, ROW } from './marks.ts';

/** First bytes of a model file: its kind and version. */
const MAGIC = 0x3459_4d47;
/** Whole numbers in the head. */
const HEAD = 5;

/**
 * Writes a model as bytes, Brotli over: a head of whole numbers, the scales and layers, the prints, and the
 * weights column by column (columns are alike in themselves).
 */
export function writeModel(data: MarkModelData): Buffer {
  const { prints, weights, hidden, reach, scales, layers } = data;
  const slots = prints.length;
  const columns = new Int8Array(weights.length);
  for (let d = 0; d < ROW; d++) {
    for (let i = 0; i < slots; i++) columns[d * slots + i] = weights[i * ROW + d];
  }
  const head = Int32Array.of(MAGIC, slots, ROW, hidden, reach);
  const floats = Float32Array.from([
    data.temperature,
    ...scales,
    ...layers.bias,
    ...layers.hidden,
    ...layers.hiddenBias,
    ...layers.outputs,
  ]);
  const parts = [head, floats, prints, columns];
  const raw = Buffer.concat(parts.map((part) => Buffer.from(part.buffer, part.byteOffset, part.byteLength)));
  return brotliCompressSync(raw, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 },
  });
}

/** Reads what {@link writeModel} wrote. @throws RangeError where the bytes are no model of this version */
export function readModel(bytes: Uint8Array): MarkModelData {
  const raw = brotliDecompressSync(bytes);
  const buffer = raw.buffer.slice(raw.byteOffset, raw.byteOffset + raw.byteLength) as ArrayBuffer;
  const [magic, slots, width, hidden, reach] = new Int32Array(buffer, 0, HEAD);
  if (magic !== MAGIC || width !== ROW) throw new RangeError('the file is no model of marks of this version');
  let at = HEAD * 4;
  const floats = (length: number) => {
    const values = new Float32Array(buffer, at, length);
    at += length * 4;
    return values;
  };
  const [temperature] = floats(1);
  const scales = floats(width);
  const layers = {
    bias: floats(OUTPUTS),
    hidden: floats(hidden * width * (2 * reach + 1)),
    hiddenBias: floats(hidden),
    outputs: floats(OUTPUTS * hidden),
  };
  const prints = new Uint8Array(buffer, at, slots);
  const columns = new Int8Array(buffer, at + slots, slots * width);
  const weights = new Int8Array(slots * width);
  for (let d = 0; d < width; d++) {
    for (let i = 0, w = d; i < slots; i++, w += width) weights[w] = columns[d * slots + i];
  }
  return { hidden, reach, prints, weights, scales, layers, temperature };
}
