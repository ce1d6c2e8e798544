import type { Figure } from '../figure.ts';
import type { FigureLexicon } from '../lexicon.ts';
import { findCurrencies } from './find-currencies.ts';
import { findNumbers } from './find-numbers.ts';
import { findPercentages } from './find-percentages.ts';
import { squeeze, unsqueezed } from './squeeze.ts';

/**
 * A model of Recognizers-Text whose reading is wanted, where it differs from today's Chinese or from what a corpus needs:
 * 折 and 百分点 as percentages, every numeral as a number, spaces within figures.
 */
export type CompatibleModel = 'percentage' | 'number' | 'currency';

/** Finds what one of its models would. Positions are UTF-16 units of the text as given. */
export function findCompatible(text: string, model: CompatibleModel, lexicon: FigureLexicon): Figure[] {
  const squeezed = squeeze(text, lexicon.characters, model === 'percentage');
  return unsqueezed(FINDERS[model](squeezed.text, lexicon), squeezed);
}

const FINDERS: Readonly<Record<CompatibleModel, (text: string, lexicon: FigureLexicon) => Figure[]>> = {
  percentage: findPercentages,
  number: findNumbers,
  currency: findCurrencies,
};
