import type { ErrorCode } from '../errors/index.ts';
import { writeIfChanged } from './disk.ts';

/** An input that could not be used. */
export interface Rejection {
  /** As the inputs name it. */
  readonly path: string;
  readonly code: ErrorCode;
  /** What exactly is wrong, in English. */
  readonly reason: string;
  /** 0-based offset in the input's bytes, where the trouble has a place. */
  readonly byte?: number;
}

/** A rejection as a line of `rejects.jsonl`, without the line feed. */
export function rejectLine({ path, code, reason, byte }: Rejection): string {
  return JSON.stringify({ path, code, reason, ...(byte === undefined ? {} : { byte }) });
}

/** Writes all rejections in the order of their paths. Tells whether the file changed. */
export function writeRejects(path: string, rejections: readonly Rejection[], workFolder: string): boolean {
  const lines = [...rejections]
    .sort((a, b) => compare(a.path, b.path) || compare(a.code, b.code))
    .map((rejection) => `${rejectLine(rejection)}\n`);
  return writeIfChanged(path, lines.join(''), workFolder);
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
