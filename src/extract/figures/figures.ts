import { textSpan } from '../../alignment/index.ts';
import type { FoundEntity, PercentageEntity } from '../../document/index.ts';
import type { Draft } from '../draft.ts';
import type { ExtractContext, Recognizer } from '../recognizer.ts';
import type { Figure, FigureKind } from './figure.ts';
import { figureLexicon } from './lexicon.ts';
import { scanFigures } from './scan-figures.ts';

/** Percentages, fractions, multiples, money and quantities. Bare numbers are found too, yet are no entities. */
export const figures: Recognizer = {
  name: 'figures',
  priority: 40,
  find: (context) => {
    const { text, dictionaries, beginnings } = context;
    const entities: FoundEntity[] = [];
    const dates = context.found.filter(({ type }) => type === 'date');
    let date = 0;
    for (const figure of scanFigures(text, figureLexicon(dictionaries), {}, beginnings.of('figures'))) {
      while (date < dates.length && dates[date].span.end <= figure.start) date++;
      // 半年 in 上半年 is a part of when, and no length of time; neither is the 30分 of 9时30分.
      const inDate = date < dates.length && dates[date].span.start <= figure.start;
      if (figure.kind === 'quantity' && (inDate || isClock(text, figure))) continue;
      const entity = entityOf(figure, context);
      if (entity !== undefined) entities.push(entity);
    }
    return entities;
  },
};

/** True for the minutes of 9时30分 and 十点半: an hour stands right before them. */
function isClock(text: string, { start, end }: Figure): boolean {
  const hour = text[start - 1];
  if (hour !== '时' && hour !== '点') return false;
  return (
    '分刻秒'.includes(text[end - 1]) && /[\d一二三四五六七八九十两]$/u.test(text.slice(start - 2, start - 1))
  );
}

/** A sign that was given back is as sure as the repair that gave it: likely, not certain. */
const RESTORED_CONFIDENCE = 0.9;

function entityOf(figure: Figure, context: ExtractContext): FoundEntity | undefined {
  const { kind, start, end, rule, value, low, high, comparator, unit = '' } = figure;
  if (kind === 'number') return undefined;
  const restored = kind === 'percentage' && isRestored(figure, context);
  const isRatio = kind === 'fraction' || kind === 'multiple';
  if (value !== undefined && low === undefined && !restored && !isRatio) {
    const span = textSpan(start, end);
    return { id: '', type: kind, span, confidence: 1, rule, value, comparator, unit } as FoundEntity;
  }
  const entity: Draft<MeasuredEntity> = {
    id: '',
    type: kind,
    span: textSpan(start, end),
    confidence: restored ? RESTORED_CONFIDENCE : 1,
    rule,
  };
  if (value !== undefined) entity.value = value;
  if (low !== undefined) entity.low = low;
  if (high !== undefined) entity.high = high;
  entity.comparator = comparator;
  if (!isRatio) entity.unit = unit;
  if (restored) entity.restored = true;
  return entity as FoundEntity;
}

/** The entities of figures, with every field that one of them may have. */
type MeasuredEntity = Omit<FoundEntity & { type: Exclude<FigureKind, 'number'> }, 'unit' | 'comparator'> &
  Partial<Omit<PercentageEntity, 'id' | 'type' | 'unit'>> & { readonly unit?: string };

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
