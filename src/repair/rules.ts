import { markBareText } from './bare/mark-bare-text.ts';
import { breakAfterHeadings } from './breaks/break-after-headings.ts';
import { breakAtSpaces } from './breaks/break-at-spaces.ts';
import { breakBeforeEndings } from './breaks/break-before-endings.ts';
import { breakBeforeHeadings } from './breaks/break-before-headings.ts';
import { breakBeforeMembers } from './breaks/break-before-members.ts';
import { dotLines } from './carriers/dot-lines.ts';
import { dotSpaces } from './carriers/dot-spaces.ts';
import { repairDots } from './dots/repair-dots.ts';
import { leaveAlone } from './leave-alone.ts';
import { closeTitles } from './marks/close-titles.ts';
import { convertCornerQuotes } from './marks/convert-corner-quotes.ts';
import { pairQuotes } from './marks/pair-quotes.ts';
import { reportUnpaired } from './marks/report-unpaired.ts';
import { restoreDash } from './marks/restore-dash.ts';
import { restoreEllipsis } from './marks/restore-ellipsis.ts';
import { restoreMiddleDots } from './marks/restore-middle-dots.ts';
import { spareCode } from './marks/spare-code.ts';
import { turnQuotes } from './marks/turn-quotes.ts';
import { widenBrackets } from './marks/widen-brackets.ts';
import { widenMarks } from './marks/widen-marks.ts';
import { widenTildes } from './marks/widen-tildes.ts';
import { widenTitles } from './marks/widen-titles.ts';
import { about, type RepairRule } from './rule.ts';

/** Rules that turn other characters that carry a text's marks into dots, so that the rest sees one kind of flattened text; and
 * the one that says what is left alone. They run first. */
export const carrierRules: readonly RepairRule[] = [leaveAlone, dotSpaces, dotLines];

/** Rules that give back line breaks. They run before those for marks: a passage is a line, and its marks are judged by line. */
export const breakRules: readonly RepairRule[] = [
  breakAtSpaces,
  breakBeforeHeadings,
  breakBeforeMembers,
  breakBeforeEndings,
  breakAfterHeadings,
];

/** Rules for the width and the pairing of marks, which sound text has to bear too. */
const formRules: readonly RepairRule[] = [
  about(',;:?!.', widenMarks),
  about('()', widenBrackets),
  about('~〜∼', widenTildes),
  about('<', widenTitles),
  about('\'"`', pairQuotes),
  about('“”', turnQuotes),
  about('「」『』', convertCornerQuotes),
  restoreEllipsis,
  about('-－─―', restoreDash),
  about('•‧∙⋅⸱・･', restoreMiddleDots),
  about('《》〈〉', closeTitles),
];

/** Rules for marks. All see the same text; no two of them want the same character. */
export const markRules: readonly RepairRule[] = [
  ...formRules.map(spareCode),
  reportUnpaired,
  repairDots,
  markBareText,
];
