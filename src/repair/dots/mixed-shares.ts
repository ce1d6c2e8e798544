/** Leads to figures that answer a list one by one. */
const RESPECTIVELY = /(?:分别|依次|各自)[^，。；、.\d]{0,8}$/;
/** Such a word and what leads from it to the first digit. */
const LEADS = /(?:分别|依次|各自)[^，。；、.\d]{0,8}(?=\d)/g;
/** How far before its first figure such a word is looked for, in UTF-16 units. */
const REACH = 12;
/** Figures and dots, and what follows. No longer chain is read. */
const CHAIN = /^(?:\d{1,3}\.){3,24}(?!\d|[万亿]|[元吨亩人个家户次件项条公美平立千])/;
/** A member of the list that the figures answer: a name between two dots. */
const MEMBER = /[.、，。；：\n]?([^.、，。；：\n\d]{1,10})[.、]$/;
/** No list has more members. */
const MOST = 12;

/** Ends the name of what is measured in percent. */
const RATE = /(?:率|比重|占比|比例|份额|覆盖面|满意度)$/;

/** Where the figures begin that answer a list one by one, in a stretch; UTF-16 units of the text. */
export function listedAt(text: string, start: number, end: number): number[] {
  const words = text.slice(start, end);
  return [...words.matchAll(LEADS)].map(({ index, 0: lead }) => start + index + lead.length);
}

/**
 * The dots of a chain that end its figures, where some are decimals and some are not: 94.82.6.69.1. after three regions
 * is 94, 82.6 and 69.1. UTF-16 indices of the text; `undefined` where no such chain begins at `at`.
 *
 * @param at where the first digit of the chain stands
 */
export function endsOfListed(
  text: string,
  at: number,
): { ends: number[]; end: number; isRate: boolean } | undefined {
  const before = text.slice(Math.max(0, at - REACH), at);
  const lead = RESPECTIVELY.exec(before);
  const chain = lead === null ? null : CHAIN.exec(text.slice(at, at + 100));
  if (lead === null || chain === null) return undefined;
  const groups = chain[0].slice(0, -1).split('.');
  const parts = partsOf(groups, membersBefore(text, at - lead[0].length));
  if (parts === undefined || parts.every((size) => size === parts[0])) return undefined;
  const ends: number[] = [];
  let place = at - 1;
  let group = 0;
  for (const size of parts) {
    for (let i = 0; i < size; i++) place += groups[group++].length + 1;
    ends.push(place);
  }
  const isRate = RATE.test(text.slice(Math.max(0, at - lead[0].length - 4), at - lead[0].length));
  return { ends, end: at + chain[0].length, isRate };
}

/** How many members are listed before a position, as far as dots part them; the last of them says what is measured. */
function membersBefore(text: string, at: number): number {
  let count = 1;
  let from = at;
  while (from > 0 && text[from - 1] !== '.' && text[from - 1] !== '、' && at - from < 40) from--;
  while (count < MOST) {
    const found = MEMBER.exec(text.slice(Math.max(0, from - 12), from));
    if (found === null) break;
    count++;
    from -= found[1].length + 1;
  }
  return count;
}

/** How many groups of digits each figure has, 1 or 2: as many figures as members, or fewer, where that comes out even. */
function partsOf(groups: readonly string[], members: number): number[] | undefined {
  for (let count = Math.min(members, groups.length - 1); count >= 2; count--) {
    const best = partitions(groups, count).reduce<{ parts: number[]; cost: number } | undefined>(
      (least, parts) => {
        const cost = costOf(groups, parts);
        return least === undefined || cost < least.cost ? { parts, cost } : least;
      },
      undefined,
    );
    if (best !== undefined && best.cost === 0) return best.parts;
  }
  return undefined;
}

/** Every way to make so many figures, each of one group or of two, of which the second is its decimals. */
function partitions(groups: readonly string[], count: number, from = 0): number[][] {
  if (count === 0) return from === groups.length ? [[]] : [];
  const left = groups.length - from;
  if (left < count || left > count * 2) return [];
  return [1, 2]
    .filter((size) => from + size <= groups.length && (size === 1 || groups[from + 1].length <= 2))
    .flatMap((size) => partitions(groups, count - 1, from + size).map((rest) => [size, ...rest]));
}

/** 0 where all decimals have one length, whole figures stand beside single decimals alone, and none is below ten by chance. */
function costOf(groups: readonly string[], parts: readonly number[]): number {
  const lengths = new Set<number>();
  let whole = 0;
  let small = 0;
  let at = 0;
  for (const size of parts) {
    if (size === 2) lengths.add(groups[at + 1].length);
    else {
      whole++;
      if (groups[at].length === 1) small++;
    }
    at += size;
  }
  return lengths.size - 1 + (whole > 0 && lengths.has(2) ? 1 : 0) + small;
}
