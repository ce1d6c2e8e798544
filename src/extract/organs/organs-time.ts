import type { WrittenIn } from '../writing-date.ts';
import type { OrganMention } from './find-central.ts';
import type { Organ, OrganRegister } from './organ.ts';

/**
 * When a text that names no year was written, as far as its organs tell: 铁道部 beside 国家药监局 is of before 2013.
 *
 * The last month in which most of the bodies were there whose names only they ever bore. Bodies that the text itself
 * calls former (原铁道部) tell nothing.
 *
 * @returns no year where the bodies of today are meant, or none tells
 */
export function organsTime(
  text: string,
  mentions: readonly OrganMention[],
  { bearers }: OrganRegister,
): WrittenIn {
  const telling = new Set<Organ>();
  for (const { start, name } of mentions) {
    const [organ] = bearers[name];
    if (bearers[name].length === 1 && text[start - 1] !== '原') telling.add(organ);
  }
  let last = Number.POSITIVE_INFINITY;
  let most = 0;
  for (const end of new Set([last, ...[...telling].map(({ to }) => to)])) {
    let there = 0;
    for (const { from, to } of telling) if (from <= end && end <= to) there++;
    if (there < most || (there === most && end < last)) continue;
    most = there;
    last = end;
  }
  if (last === Number.POSITIVE_INFINITY) return { year: undefined, month: undefined };
  // In the month in which one body ends its successor begins: the month before has no doubt.
  const month = last - 1;
  return { year: Math.floor(month / 12), month: (month % 12) + 1 };
}
