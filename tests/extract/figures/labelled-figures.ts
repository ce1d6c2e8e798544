import { readdirSync, readFileSync } from 'node:fs';

/** A text of our own and what a reader finds in it. */
export interface LabelledText {
  readonly name: string;
  readonly text: string;
  /** In text order. */
  readonly percentages: readonly {
    readonly text: string;
    readonly value?: number;
    readonly low?: number;
    readonly high?: number;
    readonly comparator: string;
    readonly unit: string;
  }[];
  /** What a figure measures: the subject holds these words. */
  readonly metrics: readonly { readonly figure: string; readonly subject: string }[];
  readonly organs: readonly string[];
  readonly projects: readonly {
    readonly lead: readonly string[];
    readonly participants: readonly string[];
  }[];
}

/** The texts of one half. They were labelled before any rule was tuned; the test half is only ever measured. */
export function labelledTexts(half: 'development' | 'test'): LabelledText[] {
  const folder = new URL(`../labelled-figures/${half}/`, import.meta.url);
  return readdirSync(folder)
    .sort()
    .map((file) => ({
      name: file.replace('.json', ''),
      ...JSON.parse(readFileSync(new URL(file, folder), 'utf8')),
    }));
}

/** Precision and recall in one figure; 1 where nothing was to be found and nothing was. */
export function f1(found: readonly string[], wanted: readonly string[]): number {
  const left = [...wanted];
  let right = 0;
  for (const item of found) {
    const at = left.indexOf(item);
    if (at < 0) continue;
    left.splice(at, 1);
    right++;
  }
  return found.length + wanted.length === 0 ? 1 : (2 * right) / (found.length + wanted.length);
}
