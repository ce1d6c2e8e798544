export { chainOf, convert, convertStep } from './convert.ts';
