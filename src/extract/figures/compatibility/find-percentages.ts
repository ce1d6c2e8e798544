import type { Figure } from '../figure.ts';
import type { FigureLexicon } from '../lexicon.ts';
import { Kind } from '../numerals.ts';
import { minusBefore, round } from '../read-bounds.ts';
import { type Numeral, readNumeral } from '../read-numeral.ts';
import { readPartsOf } from '../read-parts-of.ts';

const LOOSE = { loose: true } as const;

/**
 * Percentages as Recognizers-Text counts them: 个百分点 and 折 are percentages, spans (七八成) are none, and of a range
 * only the last figure is.
 */
export function findPercentages(text: string, lexicon: FigureLexicon): Figure[] {
  const found: Figure[] = [];
  for (let i = 0; i < text.length; ) {
    const half = text.startsWith('打对折', i) || text.startsWith('打對折', i);
    if (half) {
      found.push(percentage(i + 1, i + 3, 50));
      i += 3;
      continue;
    }
    const kind = lexicon.characters.kinds[text.charCodeAt(i)];
    if (kind === Kind.None || kind > Kind.Half) {
      i++;
      continue;
    }
    const { figure, next } = percentageAt(text, i, lexicon);
    if (figure !== undefined) found.push(figure);
    i = next;
  }
  return found;
}

function percentage(start: number, end: number, value: number): Figure {
  return {
    kind: 'percentage',
    start,
    end,
    value: round(value),
    comparator: 'eq',
    unit: '%',
    rule: 'percentage-compatible',
  };
}

function percentageAt(text: string, at: number, lexicon: FigureLexicon): { figure?: Figure; next: number } {
  const parts = readPartsOf(text, at, lexicon, LOOSE);
  if (parts !== undefined) {
    const { figure, next } = parts;
    if (figure?.value === undefined || figure.unit === undefined) return { next };
    const value = figure.unit === '‰' ? figure.value / 10 : figure.value;
    const thousands = isThousands(text, figure.end);
    const end = figure.end + (thousands ? 1 : 0);
    return { figure: percentage(figure.start, end, thousands ? value * 1000 : value), next: end };
  }
  const numeral =
    readNumeral(text, at, lexicon.characters, LOOSE) ??
    (lexicon.characters.kinds[text.charCodeAt(at)] === Kind.Half ? half(at) : undefined);
  if (numeral === undefined || Number.isNaN(numeral.value)) return { next: numeral?.end ?? at + 1 };
  if (text[at - 1] === '%') return { next: numeral.end };
  const thousands = isThousands(text, numeral.end);
  const unitAt = skipSpaces(text, numeral.end + (thousands ? 1 : 0));
  const read = readCompatibleUnit(text, unitAt, numeral, lexicon);
  if (read === undefined) return { next: numeral.end };
  const start = at - minusBefore(text, at, lexicon);
  const sign = start < at ? -1 : 1;
  return {
    figure: percentage(start, read.end, sign * read.value * (thousands ? 1000 : 1)),
    next: read.end,
  };
}

function half(at: number): Numeral {
  return { value: 0.5, end: at + 1, scale: 1, bare: true, arabic: false };
}

function skipSpaces(text: string, at: number): number {
  let i = at;
  while (text[i] === ' ') i++;
  return i;
}

/** 15k: thousands, where no other Latin letter follows. */
function isThousands(text: string, at: number): boolean {
  return (text[at] === 'k' || text[at] === 'K') && !/[A-Za-z]/.test(text[at + 1] ?? '');
}

function readCompatibleUnit(
  text: string,
  at: number,
  numeral: Numeral,
  { units, characters }: FigureLexicon,
): { end: number; value: number } | undefined {
  const unit = units.at(text, at);
  if (unit === undefined) return undefined;
  const end = at + unit.word.length;
  switch (unit.value.kind) {
    case 'percent':
      if (/[0-9A-Za-z]/.test(text[end] ?? '')) return undefined;
      return { end, value: unit.value.unit === '‰' ? numeral.value / 10 : numeral.value };
    case 'percentage-point':
      return numeral.high === undefined ? { end, value: numeral.value } : undefined;
    case 'discount': {
      const value = numeral.asDigits ?? numeral.value;
      if (value === 10) return undefined;
      // 半折 is half the price, 五折 too, 五五折 is 55 %.
      if (value < 1) return { end, value: value * 100 };
      return { end, value: value > 10 ? value : value * 10 };
    }
    case 'tenth': {
      if (numeral.value > 10) return undefined;
      const kind = characters.kinds[text.charCodeAt(end)];
      if (kind === Kind.Half) return { end: end + 1, value: numeral.value * 10 + 5 };
      if (kind !== Kind.Digit) return { end, value: numeral.value * 10 };
      return { end: end + 1, value: numeral.value * 10 + characters.values[text.charCodeAt(end)] };
    }
    default:
      return undefined;
  }
}
