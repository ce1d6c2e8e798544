export { organs } from './organs.ts';
