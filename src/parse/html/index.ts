export { parseHtml, readWholeHtml } from './parse-html.ts';
