import { describe, expect, it } from 'vitest';
import { Contexts } from '../../src/convert/contexts.ts';
import { simplifiedUnits, simplifyUnits } from '../../src/convert/simplified-characters.ts';
import { defaultDictionaries } from '../../src/dictionary/index.ts';

const dictionaries = defaultDictionaries();

describe('conversion tables', () => {
  it('contexts: every phrase is reached, and says of each of its characters what its row says', () => {
    const contexts = Contexts.of(dictionaries);
    const missed: string[] = [];
    for (const { phrase, standard } of dictionaries.rows('contexts')) {
      for (let at = 0; at < phrase.length; at++) {
        if (!contexts.decidesAbout(phrase.charCodeAt(at), true)) {
          if (
            phrase[at] !== standard[at] &&
            simplifyUnits(phrase[at], simplifiedUnits(dictionaries)) !== standard[at]
          )
            missed.push(phrase);
        } else if (contexts.verdict(phrase, at, 0, phrase.length, true)?.insert !== standard[at]) {
          missed.push(phrase);
        }
      }
    }
    expect(missed).toEqual([]);
  });

  it('contexts: no result is a phrase that another row changes', () => {
    const byPhrase = new Map(dictionaries.rows('contexts').map((row) => [row.phrase, row.standard]));
    const again = [...byPhrase.values()].filter(
      (standard) => (byPhrase.get(standard) ?? standard) !== standard,
    );
    expect(again).toEqual([]);
  });

  it.each([
    ['variant-characters', 'variant', 'standard'],
    ['rare-characters', 'traditional', 'simplified'],
  ] as const)('%s: no row says nothing, and none leads on to another', (table, from, to) => {
    const rows = dictionaries.rows(table) as readonly Record<string, string>[];
    const known = new Set(rows.map((row) => row[from]));
    expect(rows.filter((row) => row[from] === row[to] || known.has(row[to]))).toEqual([]);
  });
});
