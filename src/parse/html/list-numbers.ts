import type { Element } from 'hast';
import { enumerationOf, hasBullet } from '../enumeration.ts';
import { lettersOf, romanOf } from '../numerals.ts';

/** The numbers that a browser shows before the items of an `ol`, each with what parts it from the text. */
export function numbersOf(list: Element): ReadonlyMap<Element, string> {
  const { properties, children } = list;
  const numbers = new Map<Element, string>();
  if (/list-style(?:-type)?\s*:\s*none/i.test(String(properties.style ?? ''))) return numbers;
  const items = children.filter(
    (child): child is Element => child.type === 'element' && child.tagName === 'li',
  );
  const isReversed = properties.reversed === true;
  let number = wholeOf(properties.start) ?? (isReversed ? items.length : 1);
  for (const item of items) {
    number = wholeOf(item.properties.value) ?? number;
    numbers.set(item, `${written(number, String(properties.type ?? '1'))}. `);
    number += isReversed ? -1 : 1;
  }
  return numbers;
}

/** The text of an item behind its number; the text's own number is enough where it has one. */
export function numbered(number: string, text: string): string {
  return enumerationOf(text) !== undefined || hasBullet(text) || OWN.test(text) ? text : number + text;
}

/** Numbers of notes and of provisions. */
const OWN = /^(?:[[［]\d+[\]］]|第[一二三四五六七八九十百千零〇\d]+[条款项])/;

function wholeOf(value: unknown): number | undefined {
  const text = String(value ?? '').trim();
  return /^-?\d{1,9}$/.test(text) ? Number(text) : undefined;
}

function written(number: number, type: string): string {
  if (type.toLowerCase() === 'a' && number > 0) return inCase(lettersOf(number), type === 'a');
  if (type.toLowerCase() === 'i' && number > 0 && number < 4000) return inCase(romanOf(number), type === 'i');
  return String(number);
}

const inCase = (text: string, isLower: boolean) => (isLower ? text.toLowerCase() : text);
