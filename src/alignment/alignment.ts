import { type ComposedEdit, compose } from './compose.ts';
import type { Edit } from './edit.ts';
import { Layer } from './layer.ts';
import { type SourceSpan, sourceSpan, type TextSpan, textSpan } from './span.ts';

/** An alignment as plain data; `Alignment.fromJSON` gives the same alignment back. */
export interface AlignmentJson {
  readonly source: string;
  readonly layers: readonly { readonly stage: string; readonly edits: readonly Edit[] }[];
}

/**
 * A source text and everything that was done to it, layer by layer, with nothing lost.
 *
 * Immutable: {@link apply} gives a new alignment. Layers are kept apart until {@link composed} is asked
 * for, because joining them early merges neighbouring edits and destroys who did what.
 *
 * Laws (each a property test):
 * - `revert()` gives the source, and text outside the edits is equal on both sides;
 * - `toSource` of a non-empty span is non-empty, and keeps inclusion and order;
 * - `s ⊆ toText(toSource(s))` for every text span `s`.
 */
export class Alignment {
  readonly source: string;
  readonly layers: readonly Layer[];

  private constructor(source: string, layers: readonly Layer[]) {
    this.source = source;
    this.layers = layers;
  }

  /** The alignment of a text with itself. */
  static of(source: string): Alignment {
    return new Alignment(source, []);
  }

  /** The text as it stands after the last layer. */
  get text(): string {
    return this.layers.length === 0 ? this.source : this.layers[this.layers.length - 1].after;
  }

  /**
   * Adds one step's edits as a layer.
   *
   * @param stage the step's name
   * @param edits sorted, disjoint, in UTF-16 units of {@link text}
   * @throws RangeError where the edits are out of order, overlap, are zero-width or cut a surrogate pair
   */
  apply(stage: string, edits: readonly Edit[]): Alignment {
    if (edits.length === 0) return this;
    return new Alignment(this.source, [...this.layers, new Layer(stage, this.text, edits)]);
  }

  /** Where a span of the text came from in the source; UTF-16 units on both sides. */
  toSource(span: TextSpan): SourceSpan {
    // By its first and its last character, and not as ranges: every layer would make one more.
    let { start, end } = span;
    for (let i = this.layers.length - 1; i >= 0; i--) {
      const layer = this.layers[i];
      if (start === end) start = end = layer.toBefore({ start, end }).start;
      else {
        start = layer.startBefore(start);
        end = layer.endBefore(end - 1);
      }
    }
    return sourceSpan(start, end);
  }

  /** What a span of the source became in the text; empty only where all of it was deleted. UTF-16 units. */
  toText(span: SourceSpan): TextSpan {
    let range: { start: number; end: number } = span;
    for (const layer of this.layers) range = layer.toAfter(range);
    return textSpan(range.start, range.end);
  }

  /**
   * {@link toSource} for columns of non-empty, ascending, disjoint text spans: one sweep a layer.
   *
   * Gives new columns; source spans may share an edit, so neighbours may overlap.
   */
  toSourceColumns(starts: Uint32Array, ends: Uint32Array): { starts: Uint32Array; ends: Uint32Array } {
    const columns = { starts: starts.slice(), ends: ends.slice() };
    for (let i = this.layers.length - 1; i >= 0; i--) {
      this.layers[i].toBeforeColumns(columns.starts, columns.ends);
    }
    return columns;
  }

  /** Undoes every layer, last first, from the text alone: the source, or a broken alignment. */
  revert(): string {
    let text = this.text;
    for (let i = this.layers.length - 1; i >= 0; i--) {
      const layer = this.layers[i];
      const parts: string[] = [];
      let copied = 0;
      layer.edits.forEach((edit, index) => {
        const { start, end } = layer.afterRange(index);
        parts.push(text.slice(copied, start), layer.before.slice(edit.from, edit.to));
        copied = end;
      });
      parts.push(text.slice(copied));
      text = parts.join('');
    }
    return text;
  }

  /** All layers as one list of differences between source and text, in order, disjoint. For the record. */
  composed(): ComposedEdit[] {
    return compose(this);
  }

  toJSON(): AlignmentJson {
    return {
      source: this.source,
      layers: this.layers.map(({ stage, edits }) => ({ stage, edits })),
    };
  }

  /** @throws RangeError where the layers do not fit the source */
  static fromJSON(json: AlignmentJson): Alignment {
    return json.layers.reduce(
      (alignment, { stage, edits }) => alignment.apply(stage, edits),
      Alignment.of(json.source),
    );
  }
}
