export { abbreviations } from './abbreviations.ts';
export { type Division, DivisionRegister, divisionRegister, isDivision } from './division.ts';
export { divisions } from './divisions.ts';
export { regionGroups } from './region-groups.ts';
