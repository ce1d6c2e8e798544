export { parseDocx } from './parse-docx.ts';
