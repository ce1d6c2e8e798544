export { type FiveYearPlan, readFiveYearPlan } from './five-year-plan.ts';
export { programmes } from './programmes.ts';
