export { repair, repairStep } from './repair.ts';
