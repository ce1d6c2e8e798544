import type { Config } from '../config/index.ts';
import type { DocumentSummary, Manifest, Rejection } from '../write/index.ts';
import type { Reason } from './document-worker.ts';

/** Where a run stands, for whoever shows it. */
export interface Progress {
  /** Documents that are done. */
  readonly documents: number;
  /** Bytes of their sources; in archives and other packed formats more or less than those of the files. */
  readonly bytes: number;
  /** Bytes of all files. */
  readonly bytesInAll: number;
}

export interface BatchOptions {
  readonly paths: readonly string[];
  readonly out: string;
  readonly config: Config;
  /** Aborted: what is in hand is finished, and the run ends. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
}

export interface BatchResult {
  /** Documents that were normalized, and those whose records were there already. */
  readonly normalized: number;
  readonly reused: number;
  /** How many were normalized for which reason. */
  readonly reasons: Readonly<Partial<Record<Reason, number>>>;
  /** The options that are others than those of the last run, each with what it was then. */
  readonly reset: readonly { readonly name: string; readonly before: unknown }[];
  /** Documents that were normalized because a row of a dictionary changed, each with the row. */
  readonly concerned: readonly { readonly path: string; readonly because: string }[];
  readonly rejections: readonly Rejection[];
  /** Paths of documents that were in the corpus and whose sources are not among the inputs any more. */
  readonly removed: readonly string[];
  /** Files and folders that were not read because their names are hidden. */
  readonly hidden: readonly string[];
  /** Documents that were left out, each with the one before it that has the same text. */
  readonly dropped: readonly { readonly path: string; readonly first: string }[];
  readonly seconds: number;
  /** What happened to the first documents, for people. */
  readonly documents: readonly DocumentSummary[];
  /** What the corpus is made of; absent where the run was ended before its end: nothing is published then. */
  readonly manifest?: Manifest;
}
