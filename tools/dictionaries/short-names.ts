/** The kinds of division that a name can end in, longer before shorter. `keeps` is what a short name ends in. */
const endings: readonly { readonly ending: string; readonly keeps: string }[] = [
  { ending: '自治州', keeps: '州' },
  { ending: '自治县', keeps: '县' },
  { ending: '自治旗', keeps: '旗' },
  { ending: '地区', keeps: '' },
  { ending: '林区', keeps: '' },
  { ending: '特区', keeps: '' },
  { ending: '新区', keeps: '' },
  { ending: '矿区', keeps: '' },
  { ending: '盟', keeps: '' },
  { ending: '市', keeps: '' },
  { ending: '县', keeps: '' },
  { ending: '区', keeps: '' },
  { ending: '旗', keeps: '' },
];

/**
 * The short names of a division: 杭州市 → 杭州, 海南藏族自治州 → 海南州 and 海南, 三江侗族自治县 → 三江县 and 三江.
 *
 * Names of one character keep their ending in Chinese usage (和县, 巴州区), so no short name has fewer than two.
 *
 * @param peoples the peoples that autonomous areas are named after, 蒙古 as well as 蒙古族
 */
export function shortNames(name: string, peoples: readonly string[]): string[] {
  const found = endings.find(({ ending }) => name.endsWith(ending) && name.length > ending.length);
  if (found === undefined) return [];
  const stem = withoutPeoples(name.slice(0, -found.ending.length), peoples);
  const short = found.keeps === '' || stem.endsWith(found.keeps) ? [] : [stem + found.keeps];
  if (stem.length >= 2) short.push(stem);
  return short.filter((one) => one !== name);
}

function withoutPeoples(stem: string, peoples: readonly string[]): string {
  let rest = stem;
  for (;;) {
    const people = peoples
      .filter((name) => rest.endsWith(name) && rest.length > name.length)
      .sort((a, b) => b.length - a.length)[0];
    if (people === undefined) return rest;
    rest = rest.slice(0, -people.length);
  }
}
