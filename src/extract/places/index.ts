export { divisions } from './divisions.ts';
