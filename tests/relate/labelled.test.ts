import { describe, expect, test } from 'vitest';
import { f1, labelledTexts } from '../extract/figures/labelled-figures.ts';
import { relationsOf } from './marked.ts';

/** The text with its organs marked, so that only the relations are measured. */
function withOrgans(text: string, organs: readonly string[]): string {
  let marked = text;
  for (const organ of [...organs].sort((a, b) => b.length - a.length)) {
    marked = marked.replace(organ, `{M:${organ}}`);
  }
  return marked;
}

describe.each(['development', 'test'] as const)('facts of the labelled texts, %s half', (half) => {
  const texts = labelledTexts(half).map((text) => ({
    ...text,
    found: relationsOf(withOrgans(text.text, text.organs)),
  }));

  test('who leads and who takes part', () => {
    const pairs = (
      name: string,
      { lead, participants }: { lead: readonly string[]; participants: readonly string[] },
    ) => [
      ...lead.map((organ) => `${name} leads ${organ}`),
      ...participants.map((organ) => `${name} ${lead.join('、')} with ${organ}`),
    ];
    const found = texts.flatMap(({ name, found: { projects } }) =>
      projects.flatMap((project) => pairs(name, project)),
    );
    const wanted = texts.flatMap(({ name, projects }) => projects.flatMap((project) => pairs(name, project)));
    if (process.env.GUIYI_SHOW_MISSES) {
      console.log(
        'missed',
        wanted.filter((item) => !found.includes(item)),
      );
      console.log(
        'false',
        found.filter((item) => !wanted.includes(item)),
      );
    }
    expect(f1(found, wanted)).toBeGreaterThanOrEqual(0.9);
  });

  test('what figures measure', () => {
    const missed = texts.flatMap(({ metrics, found }) =>
      metrics.filter(
        ({ figure, subject }) =>
          !found.metrics.some((metric) => metric.value === figure && metric.subject.includes(subject)),
      ),
    );
    const all = texts.flatMap(({ metrics }) => metrics);
    if (process.env.GUIYI_SHOW_MISSES)
      console.log(
        'missed',
        missed,
        texts.flatMap(({ found }) => found.metrics),
      );
    expect(1 - missed.length / all.length).toBeGreaterThanOrEqual(0.9);
  });
});
