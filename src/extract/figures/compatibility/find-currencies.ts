import type { Figure } from '../figure.ts';
import type { FigureLexicon } from '../lexicon.ts';
import { scanFigures } from '../scan-figures.ts';

/** Sums, and names of currencies without a number, which are units of nothing to us. */
export function findCurrencies(text: string, lexicon: FigureLexicon): Figure[] {
  const sums = scanFigures(text, lexicon).filter(({ kind }) => kind === 'money');
  const found: Figure[] = [];
  let at = 0;
  for (const sum of [...sums, undefined]) {
    const limit = sum?.start ?? text.length;
    while (at < limit) {
      const name = lexicon.units.at(text, at);
      if (name === undefined || name.value.kind !== 'currency' || name.word.length < 2) {
        at++;
        continue;
      }
      const { unit, name: unitName } = name.value;
      const end = at + name.word.length;
      if (end <= limit)
        found.push({
          kind: 'money',
          start: at,
          end,
          comparator: 'eq',
          unit,
          unitName,
          rule: 'currency-name',
        });
      at = end;
    }
    if (sum === undefined) break;
    found.push(sum);
    at = sum.end;
  }
  return found;
}
