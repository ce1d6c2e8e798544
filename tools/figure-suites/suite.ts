import { existsSync, readFileSync } from 'node:fs';

/** The public suites, beside the project; absent where the project was cloned alone. */
export const suitesFolder = new URL('../../../shared/suites/', import.meta.url);
export const suitesPresent = existsSync(suitesFolder);

/** One case of a suite: what was expected and what was found, as text to compare and to show. */
export interface SuiteCase {
  /** The case's place in its suite and its input. */
  readonly id: string;
  readonly expected: string;
  readonly found: string;
}

export interface Suite {
  readonly name: string;
  readonly run: () => SuiteCase[];
}

export function readSuite<T>(path: string): T {
  return JSON.parse(readFileSync(new URL(path, suitesFolder), 'utf8').replace(/^\uFEFF/, ''));
}

export const passes = ({ expected, found }: SuiteCase): boolean => expected === found;

/** A number as the suites are compared: ten digits are as many as they give for sure. */
export function shown(value: number | undefined): string {
  return value === undefined ? '?' : `${Number(value.toPrecision(10))}`;
}

/** A Recognizers-Text specification: inputs with the entities of one model. */
export interface RecognizersCase {
  readonly Input: string;
  readonly Context?: { readonly ReferenceDateTime?: string };
  readonly Results: readonly {
    readonly Text: string;
    readonly TypeName: string;
    readonly Resolution?: Readonly<Record<string, unknown>>;
    readonly Start?: number;
    readonly End?: number;
  }[];
}

/** Half-width and lower case, as that suite writes what was found. */
export function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
