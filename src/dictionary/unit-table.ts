/** A table by UTF-16 unit: 1 for the characters given, all of one unit; 0 for all others. */
export function unitTable(characters: Iterable<string>): Uint8Array {
  const table = new Uint8Array(65_536);
  for (const character of characters) table[character.charCodeAt(0)] = 1;
  return table;
}
