import { textSpan } from '../../alignment/index.ts';
import type { Recognizer } from '../recognizer.ts';
import { dateLexicon } from './date-lexicon.ts';
import { readDates } from './find-dates.ts';

/** A year that the text before gave is likely meant; one that is only the text's own is less so. */
const INFERRED_CONFIDENCE = 0.8;

/** Days, months, years, parts of them, and spans: 2012年底, 2013年2月和4月, 2012-2013年, 5月29日. */
export const dates: Recognizer = {
  name: 'date',
  priority: 45,
  find: ({ text, year, beginnings, dictionaries }) =>
    readDates(text, beginnings.of('dates'), dateLexicon(dictionaries), year).map(
      ({ start, end, from, to, precision, inferred }) => {
        const type = 'date';
        const span = textSpan(start, end);
        const confidence = inferred ? INFERRED_CONFIDENCE : 1;
        const rule = precision === 'range' ? 'date-range' : 'date';
        return from === undefined || to === undefined
          ? { id: '', type, span, confidence, rule, precision }
          : { id: '', type, span, confidence, rule, from, to, precision };
      },
    ),
};
