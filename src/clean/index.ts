export { clean, cleanStep } from './clean.ts';
export { straySpaces } from './stray-spaces.ts';
