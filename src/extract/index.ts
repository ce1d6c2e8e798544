export { extract, extractStep } from './extract.ts';
