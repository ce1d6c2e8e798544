export { abbreviations, abbreviationsOf } from './abbreviations.ts';
export { type Division, DivisionRegister, divisionRegister, isDivision } from './division.ts';
export { divisions } from './divisions.ts';
export { type LocatedDivision, type LocateOptions, type Location, locate, locateAll } from './locate.ts';
export { placeNames } from './place-names.ts';
export { groupsOf, regionGroups } from './region-groups.ts';
