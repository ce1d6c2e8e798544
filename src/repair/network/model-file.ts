import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import { type WeightName, weightSizes } from './network.ts';
import type { SequenceModelData } from './sequence-model.ts';

/** First bytes of a model file: its kind and version. */
const MAGIC = 0x3251_4553;
/** Whole numbers in the head, before the sizes of the groups. */
const HEAD = 9;
/** The largest whole number that a weight is rounded to; a block of them has one scale. */
const FINEST = 32_767;

/**
 * Writes a model as bytes, Brotli over: a head of whole numbers, scales, the weights as shorts, the differences of the
 * hashes, sorted in groups, as varints, and the rows column by column (columns are alike in themselves).
 */
export function writeModel({ shape, hashes, rows, scales, weights, temperature }: SequenceModelData): Buffer {
  const { embedding, recurrent, second, hidden, outputs } = shape;
  const differences: number[] = [];
  const groups: number[] = [];
  let before = Number.POSITIVE_INFINITY;
  for (const hash of hashes) {
    if (hash <= before) {
      groups.push(0);
      before = 0;
    }
    groups[groups.length - 1]++;
    let difference = hash - before;
    before = hash;
    for (; difference > 127; difference >>>= 7) differences.push((difference & 127) | 128);
    differences.push(difference);
  }
  const columns = new Int8Array(rows.length);
  for (let i = 0; i < rows.length; i++) {
    columns[(i % embedding) * hashes.length + Math.floor(i / embedding)] = rows[i];
  }
  const blocks = Object.values(weights);
  const units = blocks.map((block) => block.reduce((max, x) => Math.max(max, Math.abs(x)), 1e-9) / FINEST);
  const shorts = blocks.flatMap((block, i) => [...block].map((x) => Math.round(x / units[i])));
  const head = [
    MAGIC,
    embedding,
    recurrent,
    second,
    hidden,
    outputs,
    hashes.length,
    differences.length,
    groups.length,
  ];
  const parts = [
    Int32Array.from([...head, ...groups]),
    Float32Array.from([temperature, ...scales, ...units]),
    Int16Array.from(shorts),
    Uint8Array.from(differences),
    columns,
  ];
  const raw = Buffer.concat(parts.map((part) => Buffer.from(part.buffer, part.byteOffset, part.byteLength)));
  return brotliCompressSync(raw, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 },
  });
}

/** Reads what {@link writeModel} wrote. @throws RangeError where the bytes are no model of this version */
export function readModel(bytes: Uint8Array): SequenceModelData {
  const raw = brotliDecompressSync(bytes);
  const buffer = raw.buffer.slice(raw.byteOffset, raw.byteOffset + raw.byteLength) as ArrayBuffer;
  const [magic, embedding, recurrent, second, hidden, outputs, count, differenceBytes, groupCount] =
    new Int32Array(buffer, 0, HEAD);
  if (magic !== MAGIC) throw new RangeError('the file is no model of this version');
  const shape = { embedding, recurrent, second, hidden, outputs };
  const groups = new Int32Array(buffer, HEAD * 4, groupCount);
  const sizes = Object.entries(weightSizes(shape)) as [WeightName, number][];
  let at = (HEAD + groupCount) * 4;
  const [temperature, ...factors] = new Float32Array(buffer, at, 1 + embedding + sizes.length);
  at += (1 + embedding + sizes.length) * 4;
  const weights = Object.fromEntries(
    sizes.map(([name, size], i) => {
      const block = Float32Array.from(new Int16Array(buffer, at, size), (x) => x * factors[embedding + i]);
      at += size * 2;
      return [name, block];
    }),
  ) as Record<WeightName, Float32Array>;
  const differences = new Uint8Array(buffer, at, differenceBytes);
  const columns = new Int8Array(buffer, at + differenceBytes, count * embedding);
  const hashes = new Int32Array(count);
  let i = 0;
  let k = 0;
  for (const size of groups) {
    let hash = 0;
    for (const end = i + size; i < end; i++) {
      let shift = 0;
      for (; differences[k] > 127; k++, shift += 7) hash += (differences[k] & 127) << shift;
      hash += differences[k++] << shift;
      hashes[i] = hash;
    }
  }
  const rows = new Int8Array(count * embedding);
  for (let d = 0; d < embedding; d++) {
    for (let i = 0, w = d; i < count; i++, w += embedding) rows[w] = columns[d * count + i];
  }
  return {
    shape,
    hashes,
    rows,
    scales: Float32Array.from(factors.slice(0, embedding)),
    weights,
    temperature,
  };
}
