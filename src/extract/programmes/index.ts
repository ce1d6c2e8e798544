export { type FiveYearPlan, readFiveYearPlan } from './five-year-plan.ts';
export { programmeLexicon, programmes } from './programmes.ts';
