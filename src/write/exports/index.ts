import { brat } from './brat.ts';
import { conll } from './conll.ts';
import { csv } from './csv.ts';
import { doccano } from './doccano.ts';
import type { ExportFormat } from './format.ts';
import { labelStudio } from './label-studio.ts';
import { openSearch } from './opensearch.ts';
import { tei } from './tei.ts';
import { webAnnotation } from './web-annotation.ts';

/** Every format of export, by its name on the command line. */
export const exportFormats = {
  'label-studio': labelStudio,
  doccano,
  brat,
  conll,
  'web-annotation': webAnnotation,
  tei,
  csv,
  opensearch: openSearch,
} as const satisfies Record<string, ExportFormat>;

export type ExportName = keyof typeof exportFormats;
export { exportRecords } from './export-records.ts';
