export { parse, parseText } from './parse.ts';
