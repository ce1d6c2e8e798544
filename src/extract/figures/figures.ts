import { textSpan } from '../../alignment/index.ts';
import type { FoundEntity } from '../../document/index.ts';
import type { ExtractContext, Recognizer } from '../recognizer.ts';
import type { Figure } from './figure.ts';
import { figureLexicon } from './lexicon.ts';
import { scanFigures } from './scan-figures.ts';

/** Percentages, fractions, multiples, money and quantities. Bare numbers are found too, yet are no entities. */
export const figures: Recognizer = {
  name: 'figures',
  priority: 40,
  find: (context) => {
    const { text, dictionaries, beginnings } = context;
    const entities: FoundEntity[] = [];
    for (const figure of scanFigures(text, figureLexicon(dictionaries), {}, beginnings.of('figures'))) {
      const entity = entityOf(figure, context);
      if (entity !== undefined) entities.push(entity);
    }
    return entities;
  },
};

/** A sign that was given back is as sure as the repair that gave it: likely, not certain. */
const RESTORED_CONFIDENCE = 0.9;

function entityOf(figure: Figure, context: ExtractContext): FoundEntity | undefined {
  const { kind, start, end, rule, value, low, high, comparator, unit = '' } = figure;
  const base = {
    span: textSpan(start, end),
    confidence: 1,
    rule,
    ...(value === undefined ? {} : { value }),
    ...(low === undefined ? {} : { low }),
    ...(high === undefined ? {} : { high }),
    comparator,
  };
  switch (kind) {
    case 'percentage':
      return {
        type: kind,
        ...base,
        unit: unit as '%' | '‰' | 'percentage-point',
        ...(isRestored(figure, context) ? { restored: true, confidence: RESTORED_CONFIDENCE } : {}),
      };
    case 'fraction':
    case 'multiple':
      return { type: kind, ...base };
    case 'money':
    case 'quantity':
      return { type: kind, ...base, unit };
    default:
      return undefined;
  }
}

/** True where an edit put the sign in: the source has none where the text has one. */
function isRestored({ sign }: Figure, { text, alignment }: ExtractContext): boolean {
  if (sign === undefined || alignment.layers.length === 0 || !isSign(text.charCodeAt(sign.start)))
    return false;
  const { start, end } = alignment.toSource(textSpan(sign.start, sign.end));
  for (let i = start; i < end; i++) if (isSign(alignment.source.charCodeAt(i))) return false;
  return true;
}

/** % ‰ and the full-width and small forms of the former. */
function isSign(code: number): boolean {
  return code === 0x25 || code === 0x2030 || code === 0xff05 || code === 0xfe6a;
}
