export { dateLexicon } from './date-lexicon.ts';
export { dates } from './dates.ts';
export { type DateOptions, type FoundDate, findDates } from './find-dates.ts';
