import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import { type MarkModelData, SECOND_REACH } from './mark-model.ts';
import { OUTPUTS, ROW } from './marks.ts';

/** First bytes of a model file: its kind and version. */
const MAGIC = 0x3359_4d47;
/** Whole numbers in the head, before the sizes of the groups. */
const HEAD = 7;
/** The least hash there is: the differences of a group start from it. */
const LEAST = -0x8000_0000;

/**
 * Writes a model as bytes, Brotli over: a head of whole numbers and scales, the differences of the
 * hashes, sorted in groups, as varints, the weights column by column (columns are alike in themselves), the layers.
 */
export function writeModel(data: MarkModelData): Buffer {
  const { hashes, weights, hidden, reach, scales, layers } = data;
  const differences: number[] = [];
  const groups: number[] = [];
  let before = Number.POSITIVE_INFINITY;
  for (const hash of hashes) {
    if (hash < before) {
      groups.push(0);
      before = LEAST;
    }
    groups[groups.length - 1]++;
    let difference = hash - before;
    before = hash;
    while (difference > 127) {
      differences.push((difference % 128) | 128);
      difference = Math.floor(difference / 128);
    }
    differences.push(difference);
  }
  const columns = new Int8Array(weights.length);
  for (let d = 0; d < ROW; d++) {
    for (let i = 0; i < hashes.length; i++) columns[d * hashes.length + i] = weights[i * ROW + d];
  }
  const dense = Object.values(layers) as Float32Array[];
  const head = new Int32Array([
    MAGIC,
    hashes.length,
    ROW,
    hidden,
    reach,
    differences.length,
    groups.length,
    ...groups,
  ]);
  const floats = Float32Array.from([
    data.temperature,
    data.lostTemperature,
    ...scales,
    ...dense.flatMap((layer) => [...layer]),
  ]);
  const parts = [head, floats, Uint8Array.from(differences), columns];
  const raw = Buffer.concat(parts.map((part) => Buffer.from(part.buffer, part.byteOffset, part.byteLength)));
  return brotliCompressSync(raw, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 },
  });
}

/** Reads what {@link writeModel} wrote. @throws RangeError where the bytes are no model of this version */
export function readModel(bytes: Uint8Array): MarkModelData {
  const raw = brotliDecompressSync(bytes);
  const buffer = raw.buffer.slice(raw.byteOffset, raw.byteOffset + raw.byteLength) as ArrayBuffer;
  const [magic, count, width, hidden, reach, differenceBytes, groupCount] = new Int32Array(buffer, 0, HEAD);
  if (magic !== MAGIC || width !== ROW) throw new RangeError('the file is no model of marks of this version');
  const groups = new Int32Array(buffer, HEAD * 4, groupCount);
  let at = (HEAD + groupCount) * 4;
  const floats = (length: number) => {
    const values = new Float32Array(buffer, at, length);
    at += length * 4;
    return values;
  };
  const [temperature, lostTemperature] = floats(2);
  const scales = floats(width);
  const layers = {
    bias: floats(OUTPUTS),
    first: floats(hidden * width * (2 * reach + 1)),
    firstBias: floats(hidden),
    second: floats(hidden * hidden * (2 * SECOND_REACH + 1)),
    secondBias: floats(hidden),
    outputs1: floats(OUTPUTS * hidden),
    outputs2: floats(OUTPUTS * hidden),
  };
  const differences = new Uint8Array(buffer, at, differenceBytes);
  const columns = new Int8Array(buffer, at + differenceBytes, count * width);
  const hashes = new Int32Array(count);
  let i = 0;
  let k = 0;
  for (const size of groups) {
    let hash = LEAST;
    for (const end = i + size; i < end; i++) {
      let factor = 1;
      for (; differences[k] > 127; k++, factor *= 128) hash += (differences[k] - 128) * factor;
      hash += differences[k++] * factor;
      hashes[i] = hash;
    }
  }
  const weights = new Int8Array(count * width);
  for (let d = 0; d < width; d++) {
    for (let i = 0, w = d; i < count; i++, w += width) weights[w] = columns[d * count + i];
  }
  return { hidden, reach, hashes, weights, scales, layers, temperature, lostTemperature };
}
