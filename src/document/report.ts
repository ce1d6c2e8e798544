import type { VFile } from 'vfile';
import { location } from 'vfile-location';
import type { VFileMessage } from 'vfile-message';
import type { SourceSpan, TextSpan } from '../alignment/index.ts';
import type { DocumentState } from './document.ts';

/** `info` is worth knowing, `warning` worth looking at, `error` means that the result there is not to be trusted. */
export type Severity = 'info' | 'warning' | 'error';

declare module 'vfile-message' {
  interface VFileMessage {
    /** Where in the source the finding lies, UTF-16 units; set by Guiyi's own steps. */
    sourceSpan?: SourceSpan;
    severity?: Severity;
  }
}

/** One finding of a step about a place in the text as it stands. */
export interface Finding {
  readonly severity: Severity;
  /** The rule's id. */
  readonly rule: string;
  readonly reason: string;
  /** Where, in the text that the step saw (UTF-16 units); mapped to the source at once, before later edits. */
  readonly at: TextSpan;
  /** More for whoever wants to know: what to do about it. */
  readonly note?: string;
}

const places = new WeakMap<DocumentState, ReturnType<typeof location>>();

/**
 * Adds a finding to `file.messages`, placed in the source: line and column for people and for
 * `vfile-reporter`, and the span in `message.sourceSpan` for the record.
 */
export function report(file: VFile, state: DocumentState, finding: Finding): VFileMessage {
  const source = state.alignment.toSource(finding.at);
  let place = places.get(state);
  if (place === undefined) {
    place = location(state.alignment.source);
    places.set(state, place);
  }
  const start = place.toPoint(source.start);
  const end = place.toPoint(source.end);
  const message = withoutStack(() =>
    file.message(finding.reason, {
      source: 'guiyi',
      ruleId: finding.rule,
      ...(start && end ? { place: { start, end } } : {}),
    }),
  );
  message.sourceSpan = source;
  message.severity = finding.severity;
  message.fatal = finding.severity === 'error' ? false : finding.severity === 'warning' ? false : undefined;
  if (finding.note !== undefined) message.note = finding.note;
  return message;
}

/** Makes a message, which is an `Error`, without walking the stack: that takes longer than finding what it tells of. */
function withoutStack<T>(make: () => T): T {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 0;
  try {
    return make();
  } finally {
    Error.stackTraceLimit = limit;
  }
}
