export { localParts } from './local-names.ts';
export { bearerIn, type Organ, type OrganRegister, organRegister } from './organ.ts';
export { organs } from './organs.ts';
