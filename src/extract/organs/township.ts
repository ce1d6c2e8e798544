import type { Edges } from '../edges.ts';

/** What townships are called, and their bodies. */
const BODY =
  /^(?:街道(?:办事处|办(?![公理法学事案展会企])|党工委|工委)|(?:镇|乡|苏木)(?:人民政府|政府|党委|人大主席团|人大|纪委))(?!部门|机关|系统|工作报告|班子|干部|性债务|驻地)/u;
/** The same right after a place, with the township's name between: 崇川区|和平桥|街道办. */
const NAMED =
  /^([一-鿿]{1,4}?)(街道(?:办事处|办(?![公理法学事案展会企])|党工委|工委)|(?:镇|乡|苏木)(?:人民政府|政府|党委|人大主席团|人大|纪委))(?!部门|机关|系统|工作报告|班子|干部|性债务|驻地)/u;
const MAY_BE = /[街镇乡苏]/u;
/** What before 镇 or 街道 makes no name of one: 各镇, 乡镇, 小城镇. */
const NO_NAME =
  /^(?:[各全该本乡集城此两三四五六七八九十多每数几某所有外其他等和与及跨辖下内中原老新设由经市县区]|小城|各个|所在|所有|其他|有关|相关|基层|中心|重点|部分|所辖|下辖|辖区|建制|特色|村|当地|多个|附近|周边|上述|强|贫困)+$/u;
/** Words of one character that stand before a name and begin none. */
const LEADS = '在由从向到为对与及或的是至即经赴把将让使被给跟同以于等有请据内';
/** No name is longer, in UTF-16 units. */
const LONGEST_NAME = 4;

/** The end of a township's body right after the county that it is in: 崇川区|和平桥街道办; -1 where none stands there. */
export function townshipAfter(text: string, at: number): number {
  if (!MAY_BE.test(text.slice(at, at + 6))) return -1;
  const found = NAMED.exec(text.slice(at, at + 14));
  return found === null || NO_NAME.test(found[1]) ? -1 : at + found[0].length;
}

/**
 * The body of a township by its name alone, where its 镇, 乡 or 街道 stands at `at`: 归州|镇政府. The name is of the words
 * right before, as far as they can be of a name.
 *
 * @param free where the name may begin at the earliest
 */
export function townshipAt(
  text: string,
  at: number,
  free: number,
  edges: Edges,
): { start: number; end: number } | undefined {
  const body = BODY.exec(text.slice(at, at + 10));
  if (body === null) return undefined;
  let start = edges.tokenStart(at);
  while (start > free && at - start < LONGEST_NAME && isHan(text, start - 1)) {
    const word = edges.tokenStart(start - 1);
    const length = start - word;
    const tag = edges.tagBefore(start);
    const opens = word <= free || !isHan(text, word - 1);
    // 如城: a verb of one character can begin a name where nothing stands before it.
    const isName = length === 1 && opens ? !LEADS.includes(text[word]) : /^[nabfgjqstxzm]/u.test(tag);
    if (!isName || at - word > LONGEST_NAME || word < free) break;
    start = word;
  }
  const name = text.slice(start, at);
  if (name.length < 2 || NO_NAME.test(name) || !edges.isFreeBefore(start)) return undefined;
  return { start, end: at + body[0].length };
}

function isHan(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 0x4e00 && code <= 0x9fff;
}
