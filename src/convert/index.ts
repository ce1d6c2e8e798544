export { convert, convertStep } from './convert.ts';
