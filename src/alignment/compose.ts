import type { Alignment } from './alignment.ts';
import type { Layer } from './layer.ts';
import { type SourceSpan, sourceSpan, type TextSpan, textSpan } from './span.ts';

/** One cause of a difference: which step's which rule, and how sure it was. */
export interface Cause {
  readonly stage: string;
  readonly rule: string;
  readonly confidence: number;
  readonly reason?: string;
}

/** One difference between source and text, with everything that brought it about, first cause first. */
export interface ComposedEdit {
  /** In the text, UTF-16 units; empty where the source's characters were deleted. */
  readonly span: TextSpan;
  /** In the source, UTF-16 units. */
  readonly source: SourceSpan;
  readonly before: string;
  readonly after: string;
  readonly causes: readonly Cause[];
}

/** A region of difference while composing: its place in the source and in the text of the layer reached. */
interface Region {
  sourceStart: number;
  sourceEnd: number;
  start: number;
  end: number;
  causes: Cause[];
}

/**
 * Joins all layers into one list of differences.
 *
 * Edits of different layers become one difference where they share characters; neighbours that only
 * touch stay apart, so that each keeps its own causes. A difference that later steps undid is left out.
 */
export function compose(alignment: Alignment): ComposedEdit[] {
  let regions: Region[] = [];
  for (const layer of alignment.layers) regions = through(regions, layer);
  const { source, text } = alignment;
  const composed: ComposedEdit[] = [];
  for (const region of regions) {
    const before = source.slice(region.sourceStart, region.sourceEnd);
    const after = text.slice(region.start, region.end);
    if (before === after) continue;
    composed.push({
      span: textSpan(region.start, region.end),
      source: sourceSpan(region.sourceStart, region.sourceEnd),
      before,
      after,
      causes: region.causes,
    });
  }
  return composed;
}

/** Carries the regions so far through one more layer: a merge of two sorted lists, in the layer's `before`. */
function through(regions: readonly Region[], layer: Layer): Region[] {
  const { edits, stage } = layer;
  const result: Region[] = [];
  let r = 0;
  let e = 0;
  // Source position minus position in `before`, and position in `after` minus position in `before`,
  // for untouched text at the point reached.
  let toSource = 0;
  let toAfter = 0;
  while (r < regions.length || e < edits.length) {
    const region = regions[r];
    const edit = edits[e];
    const regionFirst =
      region !== undefined &&
      (edit === undefined ||
        region.start < edit.from ||
        (region.start === edit.from && region.end === region.start));
    const start = regionFirst ? region.start : edit.from;
    let end = start;
    const group: Region = {
      sourceStart: start + toSource,
      sourceEnd: 0,
      start: start + toAfter,
      end: 0,
      causes: [],
    };
    let tookOne = false;
    for (;;) {
      const nextRegion = regions[r];
      if (nextRegion !== undefined && (tookOne ? nextRegion.start < end : regionFirst)) {
        end = Math.max(end, nextRegion.end);
        toSource = nextRegion.sourceEnd - nextRegion.end;
        group.causes.push(...nextRegion.causes);
        r++;
        tookOne = true;
        continue;
      }
      const nextEdit = edits[e];
      if (nextEdit !== undefined && (tookOne ? nextEdit.from < end : true)) {
        end = Math.max(end, nextEdit.to);
        toAfter += nextEdit.insert.length - (nextEdit.to - nextEdit.from);
        const { rule, confidence, reason } = nextEdit;
        group.causes.push(
          reason === undefined ? { stage, rule, confidence } : { stage, rule, confidence, reason },
        );
        e++;
        tookOne = true;
        continue;
      }
      break;
    }
    group.sourceEnd = end + toSource;
    group.end = end + toAfter;
    result.push(group);
  }
  return result;
}
