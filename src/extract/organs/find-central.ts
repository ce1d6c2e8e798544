import type { Edges } from '../edges.ts';
import type { OrganRegister } from './organ.ts';
import type { OrganWords } from './organ-words.ts';

/** A name that central organs bear, where it stands as a name. UTF-16 units of the text. */
export interface OrganMention {
  readonly start: number;
  readonly end: number;
  /** The name's number in the register's trie. */
  readonly name: number;
  /** True where local bodies are called so too. */
  readonly shared: boolean;
}

/** Names up to this length are found inside ordinary words (人行 in 人行道), so words must begin and end at their edges. */
const SHORT_NAME = 3;

/** Second characters of words for bodies and their people: 部门, 部长, 委员. */
const HOLDERS = '门长员级属委士';
/** One-character words that may follow a name, and end a word with its last character too: 行为, 办会. */
const FOLLOWERS = '为会将';

/**
 * Finds the names of central organs, the longest at each place, left to right, without overlaps.
 *
 * @param places where names may begin; UTF-16 units of the text, ascending
 */
export function findOrganNames(
  text: string,
  register: OrganRegister,
  words: OrganWords,
  edges: Edges,
  places: Uint32Array,
): OrganMention[] {
  const { trie } = register;
  const mentions: OrganMention[] = [];
  let free = 0;
  for (const at of places) {
    if (at < free) continue;
    const count = trie.walk(text, at);
    for (let i = count - 1; i >= 0; i--) {
      const end = trie.ends[i];
      const name = trie.names[i];
      if (!stands(text, at, end, words, edges)) continue;
      mentions.push({ start: at, end, name, shared: register.shared[name] === 1 });
      free = end;
      break;
    }
  }
  return mentions;
}

function stands(text: string, start: number, end: number, words: OrganWords, edges: Edges): boolean {
  if (words.ending.longestEnd(text, end - 1) !== -1 && words.kept.longestEnd(text, end - 1) === -1) {
    // 财政部|落实 is cut there, though 部落 is a word; with 部门 and 部长 a cut proves nothing.
    const cut = edges.endsAt(end) && !HOLDERS.includes(text[end]);
    const parts = cut && (edges.wordLength(end) > 1 || FOLLOWERS.includes(text[end]));
    if (!parts) return false;
  }
  if (words.generic.longestEnd(text, end) !== -1 || words.foreign.before(text, start) !== undefined)
    return false;
  return end - start > SHORT_NAME || (edges.beginsAt(start) && edges.endsAt(end));
}
