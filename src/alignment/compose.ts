import type { Alignment } from './alignment.ts';
import type { Edit } from './edit.ts';
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

/**
 * Carries the regions so far through one more layer: a merge of two sorted lists, in the layer's `before`.
 *
 * Regions that no edit of the layer reaches are only moved, in place; they are the many.
 */
function through(regions: readonly Region[], layer: Layer): Region[] {
  const { edits, stage } = layer;
  const result: Region[] = [];
  // Source position, and position in `after`, each minus the position in `before`, where text is untouched.
  let toSource = 0;
  let toAfter = 0;
  let r = 0;
  let e = 0;
  while (r < regions.length || e < edits.length) {
    const region = regions[r];
    const edit = edits[e];
    if (edit === undefined || (region !== undefined && region.end <= edit.from)) {
      toSource = region.sourceEnd - region.end;
      region.start += toAfter;
      region.end += toAfter;
      result.push(region);
      r++;
      continue;
    }
    if (region === undefined || edit.to <= region.start) {
      // The edit alone: the usual case, as most of a layer's edits change what no layer before it did.
      const { from, to, insert } = edit;
      const start = from + toAfter;
      const end = start + insert.length;
      result.push({
        sourceStart: from + toSource,
        sourceEnd: to + toSource,
        start,
        end,
        causes: [causeOf(edit, stage)],
      });
      toAfter = end - to;
      e++;
      continue;
    }
    // The edit comes next, with every region and further edit that shares characters with what it has reached.
    const start = region === undefined ? edit.from : Math.min(region.start, edit.from);
    const group: Region = {
      sourceStart: start + toSource,
      sourceEnd: 0,
      start: start + toAfter,
      end: 0,
      causes: [],
    };
    const added: Cause[] = [];
    let end = edit.from;
    for (;;) {
      if (r < regions.length && regions[r].start < end) {
        const { sourceEnd, end: regionEnd, causes } = regions[r++];
        end = Math.max(end, regionEnd);
        toSource = sourceEnd - regionEnd;
        group.causes.push(...causes);
      } else if (e < edits.length && (edits[e] === edit || edits[e].from < end)) {
        const { from, to, insert } = edits[e];
        end = Math.max(end, to);
        toAfter += insert.length - (to - from);
        added.push(causeOf(edits[e++], stage));
      } else {
        break;
      }
    }
    // This layer's causes come after those of the layers before it.
    group.causes.push(...added);
    group.sourceEnd = end + toSource;
    group.end = end + toAfter;
    result.push(group);
  }
  return result;
}

function causeOf({ rule, confidence, reason }: Edit, stage: string): Cause {
  return reason === undefined ? { stage, rule, confidence } : { stage, rule, confidence, reason };
}
