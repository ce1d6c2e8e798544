import type { Root } from 'nlcst';
import type { VFile } from 'vfile';
import { type Edit, resolve, textSpan } from '../alignment/index.ts';
import { type DocumentState, documentOf } from './document.ts';
import { report } from './report.ts';
import { applyToTree, spells, textOf } from './tree.ts';

/** Gives the edits of a step, in UTF-16 units of the text as it stands; their order does not matter. */
export type FindEdits = (text: string, state: DocumentState) => readonly Edit[];

/**
 * Runs one editing step: shows its rules the text, picks winners among their edits, and carries those into
 * the alignment and the tree together, so that the two can't disagree. Rules that lost are reported.
 *
 * @throws RangeError where an edit breaks the rules of edits, or the tree no longer spells the text
 */
export function editText(tree: Root, file: VFile, stage: string, find: FindEdits): DocumentState {
  return openText(tree, file, stage)(find);
}

/**
 * {@link editText} for a step that edits several times over: what it gives does so once at each call.
 *
 * That the tree spells the text is checked here and not again: what it gives is for the step that has the tree, and is
 * used before any other does.
 */
export function openText(tree: Root, file: VFile, stage: string): (find: FindEdits) => DocumentState {
  const state = documentOf(file, () => textOf(tree));
  const { text } = state.alignment;
  if (!spells(tree, text)) {
    throw new RangeError(
      `before '${stage}' the tree no longer spells the text: a plugin changed it without an edit`,
    );
  }
  return (find) => {
    carryOut(tree, file, state, stage, find);
    return state;
  };
}

function carryOut(tree: Root, file: VFile, state: DocumentState, stage: string, find: FindEdits): void {
  const { text } = state.alignment;
  const edits = find(text, state);
  if (edits.length === 0) return;
  const { winners, losers } = resolve(edits);
  for (const { edit, to } of losers) {
    report(file, state, {
      severity: 'info',
      rule: edit.rule,
      at: textSpan(edit.from, edit.to),
      reason: `'${edit.rule}' wanted '${text.slice(edit.from, edit.to)}' → '${edit.insert}', but '${to.rule}' came first`,
    });
  }
  const changes: Edit[] = [];
  for (const edit of winners) {
    const { from, to, insert } = edit;
    if (to - from !== insert.length || !text.startsWith(insert, from)) changes.push(plain(edit));
  }
  state.alignment = state.alignment.apply(stage, changes);
  applyToTree(tree, changes);
}

/** The same edit, its properties in one order, whatever rule wrote it: all that reads edits by the thousand then finds one kind of object. */
function plain(edit: Edit): Edit {
  const { from, to, insert, rule, confidence, reason, priority } = edit;
  if (priority !== undefined) return edit;
  return reason === undefined
    ? { from, to, insert, rule, confidence }
    : { from, to, insert, rule, confidence, reason };
}
