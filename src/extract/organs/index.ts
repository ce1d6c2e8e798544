export { localParts } from './local-names.ts';
export { organRegister } from './organ.ts';
export { organs } from './organs.ts';
