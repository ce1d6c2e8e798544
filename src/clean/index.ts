export { clean, cleanStep } from './clean.ts';
