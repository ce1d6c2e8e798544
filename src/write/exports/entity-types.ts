/** Every type of entity, in the order of the contract. */
export const entityTypes = [
  'province',
  'prefecture',
  'county',
  'region-group',
  'ministry',
  'local-organ',
  'organisation',
  'percentage',
  'fraction',
  'multiple',
  'money',
  'quantity',
  'date',
  'document',
  'programme',
] as const;
