export { parsePdf } from './parse-pdf.ts';
