export { clean, cleanStep } from './clean.ts';
export { type CarriedLine, findCarriedLines, isMarkSpace } from './space-carriers.ts';
export { straySpaces } from './stray-spaces.ts';
