export { relate, relateStep } from './relate.ts';
