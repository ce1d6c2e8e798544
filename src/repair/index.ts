export { type RepairOptions, repair, repairStep } from './repair.ts';
