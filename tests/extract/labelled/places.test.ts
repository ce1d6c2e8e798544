import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readEntities } from '../read-entities.ts';
import { compare, f1, type Label, labelOf, readLabels, type Score } from './labels.ts';

const folder = new URL('./places/', import.meta.url);

/** What each half must reach; labels were made before any tuning, and the test half is looked at for its score alone. */
const floors: Readonly<Record<string, number>> = {
  province: 0.98,
  ministry: 0.95,
  'local-organ': 0.9,
  prefecture: 0.95,
  county: 0.95,
};

describe.each(['development', 'test'])('our labelled texts, %s half', (half) => {
  const documents = readdirSync(new URL(`${half}/`, folder)).map((file) =>
    readLabels(readFileSync(new URL(`${half}/${file}`, folder), 'utf8')),
  );
  const found = documents.map(({ text }) => readEntities(text).map(labelOf));

  test.each(Object.entries(floors))('%s F1 ≥ %d', (type, floor) => {
    const score: Score = { right: 0, labelled: 0, found: 0 };
    const wrong: string[] = [];
    documents.forEach(({ text, labels }, i) => {
      const ofType = (label: Label) => label.type === type;
      const { right, missed, extra } = compare(labels.filter(ofType), found[i].filter(ofType), text);
      score.right += right;
      score.labelled += labels.filter(ofType).length;
      score.found += found[i].filter(ofType).length;
      wrong.push(...missed.map((one) => `missed ${one}`), ...extra.map((one) => `extra ${one}`));
    });
    expect(f1(score), half === 'test' ? '' : wrong.join('\n')).toBeGreaterThanOrEqual(floor);
  });
});
