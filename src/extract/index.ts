export { extract, extractStep } from './extract.ts';
export {
  type LocatedDivision,
  type LocateOptions,
  type Location,
  locate,
  locateAll,
} from './places/index.ts';
