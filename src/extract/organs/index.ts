export { centralOrgans } from './central-organs.ts';
