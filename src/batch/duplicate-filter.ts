import type { DroppedDocument, RecordHead } from '../write/index.ts';

/** Leaves documents out whose text another one has that came before, if in another script, encoding or punctuation. */
export class DuplicateFilter {
  readonly #firsts = new Map<string, string>();
  readonly #earlier: ReadonlyMap<string, DroppedDocument>;
  /** What is left out, in order. */
  readonly dropped: DroppedDocument[] = [];

  /** @param earlier what the last run left out, by id */
  constructor(earlier: ReadonlyMap<string, DroppedDocument>) {
    this.#earlier = earlier;
  }

  /** What the last run left out under this id. */
  earlier(id: string): DroppedDocument | undefined {
    return this.#earlier.get(id);
  }

  /** True where a document of this text came before. */
  knows(fingerprint: string): boolean {
    return this.#firsts.has(fingerprint);
  }

  /** Takes the next document. True where it is left out. @param fingerprint of its text; null where it has no words */
  drops(path: string, fingerprint: string | null, head: () => RecordHead): boolean {
    if (fingerprint === null) return false;
    const first = this.#firsts.get(fingerprint);
    if (first === undefined) this.#firsts.set(fingerprint, path);
    else this.dropped.push({ path, first, fingerprint, head: head() });
    return first !== undefined;
  }
}
