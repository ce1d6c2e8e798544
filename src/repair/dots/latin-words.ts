import { classAt, DOT, LATIN } from '../characters.ts';

/** Ends of addresses and file names, and what addresses begin with. */
const OF_ADDRESSES: ReadonlySet<string> = new Set(
  (
    'www ftp http https mail com net org gov edu cn hk tw mo jp kr us uk de fr ru eu info biz int mil io co me tv cc ai app ' +
    'html htm shtml js ts css php asp aspx jsp do txt doc docx xls xlsx ppt pptx wps ofd pdf zip rar exe dll so xml json ' +
    'csv md sql py java cpp jpg jpeg png gif bmp tif svg mp mpg avi mov'
  ).split(' '),
);
/** Units between which no name or address of Latin words stands by itself. */
const JOINTS = '@/:\\-_#&=?~%';
/** No run of Latin words is longer. */
const LONGEST = 80;

/**
 * True for a dot between Latin words that Han text lists, as flattening left them: erp.crm.oa等系统. Not in an address,
 * a file's name or an abbreviation: there a part is a single letter, or one that addresses and files have.
 */
export function partsLatinWords(text: string, at: number): boolean {
  if (classAt(text, at - 1) !== LATIN || classAt(text, at + 1) !== LATIN) return false;
  let start = at;
  let end = at + 1;
  while (at - start < LONGEST && isOfRun(text, start - 1)) start--;
  while (end - at < LONGEST && isOfRun(text, end)) end++;
  if (isJoint(text, start - 1) || isJoint(text, end)) return false;
  const words = text
    .slice(start, end)
    .replace(/^\.+|\.+$/gu, '')
    .split('.');
  return words.every((word) => word.length > 1 && !OF_ADDRESSES.has(word.toLowerCase()));
}

function isOfRun(text: string, at: number): boolean {
  const kind = classAt(text, at);
  return kind === LATIN || kind === DOT;
}

function isJoint(text: string, at: number): boolean {
  return (at >= 0 && at < text.length && JOINTS.includes(text[at])) || (text[at] >= '0' && text[at] <= '9');
}
