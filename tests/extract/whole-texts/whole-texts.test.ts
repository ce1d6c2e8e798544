import { describe, expect, test } from 'vitest';
import { f1 } from '../figures/labelled-figures.ts';
import { readByPipeline, wholeTexts } from './whole-texts.ts';

/** Of sets whose every kind of miss was mended. */
const MENDED = {
  province: 0.98,
  prefecture: 0.98,
  county: 0.98,
  'region-group': 0.98,
  ministry: 0.98,
  'local-organ': 0.98,
  percentage: 0.98,
  money: 0.98,
  ratio: 0.98,
  pairs: 0.98,
  metrics: 0.98,
  members: 0.98,
};

/**
 * What each kind must reach through the whole pipeline. The first set was scored once before rules were mended by
 * kind, with: provinces .98, prefectures 1, counties .97, groups .80, central organs .98, local ones .90, percentages
 * .99, who leads and takes part .78, subjects .77, members .81. The last set was scored at the end, once:
 * provinces .955, prefectures .97, counties 1, groups .80, central organs .986, local ones .875, percentages .976, who
 * leads and takes part .92, subjects .89, members 1. Its floors have been raised since.
 * The fresh set was labelled and committed before its one scoring, with other kinds of text and other years:
 * provinces .992, prefectures .994, counties .69, groups .70, central organs .955, local ones .86, percentages .98,
 * money .94, ratios .95, who leads and takes part .76, subjects .92, members .71. Rules were mended by kind after that, and a few labels that
 * were wrong; its floors are of after that.
 * So was the blind set: provinces .84, prefectures .86, counties .84, groups .79, central organs 1, local ones .925,
 * percentages .965, money .97, ratios 1, who leads and takes part .70, subjects .93, members .51. Much of the
 * places' was labels that cut 广东|省经信委 where the sets have 广东省|经信委, and facts of the Traditional text that
 * were written in Traditional; with those mended, and no rule, it was: provinces 1, prefectures .97, counties .86,
 * groups .93, local organs .925, percentages .99, money 1, who leads and takes part .74, subjects .96, members .66.
 * Two more labels of who takes part (a notice issued jointly; 按职责分工负责 with nobody leading) follow the other sets since.
 * Rules were mended by kind after that.
 * The autumn set, fourteen texts, was scored once as well: provinces .986, prefectures 1, counties .905, groups .97, central
 * organs 1, local ones .93, percentages .92, money .93, ratios 1, who leads and takes part .69, subjects .95, members .91.
 * Three labels follow the other sets since (福建省|委, figures in tenths without 左右), one of the first set's memberships was added,
 * and rules were mended by kind.
 * The winter set, twelve texts, was labelled together with the autumn one and scored once after that mending, on texts that
 * nobody had seen: provinces 1, prefectures 1, counties .97, groups .93, central organs .99, local ones .966, percentages
 * .977, money .91, ratios 1, who leads and takes part .903, subjects .973, members .58 (one list of 17 counties under a
 * wrong name, 分省名单, costs most of that). Three of its labels were wrong (31亿元多, 两成五以上, 九成 without 左右), one membership
 * was added (获评…模范县, as in the other sets), and rules were mended by kind since.
 * The spring set, fourteen texts, was written and labelled after that by somebody who had not seen the rules, and scored
 * once: provinces 1, prefectures 1, counties .979, groups 1, central organs 1, local ones .976, percentages .994, money 1,
 * ratios 1, who leads and takes part .940, subjects .975, members .899. No label was changed; rules were mended by kind since.
 */
const floors = {
  first: {
    ...MENDED,
    county: 0.95,
    'region-group': 0.95,
    ministry: 0.97,
    'local-organ': 0.95,
    ratio: 0.95,
    pairs: 0.9,
    metrics: 0.95,
    members: 0.95,
  },
  last: {
    ...MENDED,
    province: 0.95,
    prefecture: 0.97,
    'region-group': 0.9,
    'local-organ': 0.95,
    pairs: 0.95,
    metrics: 0.95,
  },
  fresh: {
    ...MENDED,
    'region-group': 0.95,
    ministry: 0.97,
    'local-organ': 0.97,
    ratio: 0.95,
    pairs: 0.92,
    metrics: 0.97,
    members: 0.95,
  },
  blind: { ...MENDED, 'region-group': 0.95, 'local-organ': 0.97 },
  autumn: MENDED,
  winter: MENDED,
  spring: MENDED,
} as const;

describe.each(Object.keys(floors) as (keyof typeof floors)[])('whole texts, %s set', (set) => {
  const texts = wholeTexts(set).map((text) => ({ ...text, found: readByPipeline(text) }));

  test.each(Object.entries(floors[set]))('%s F1 ≥ %d', (kind, floor) => {
    const found: string[] = [];
    const wanted: string[] = [];
    for (const { name, text, labels, pairs, metrics, members, found: got } of texts) {
      const show = ({ start, end, ref }: { start: number; end: number; ref: string }) =>
        `${name} ${text.slice(start, end)}=${ref} at ${start}`;
      if (kind === 'pairs') {
        wanted.push(...pairs.map((pair) => `${name} ${pair}`));
        found.push(...got.pairs.map((pair) => `${name} ${pair}`));
      } else if (kind === 'members') {
        const shown = ({ scheme, place }: { scheme: string; place: string }) => `${name} ${scheme}: ${place}`;
        const labelled = (scheme: string, place: string) =>
          members.find((one) => one.place === place && scheme.includes(one.scheme))?.scheme ?? scheme;
        wanted.push(...members.map(shown));
        found.push(
          ...got.members.map(({ scheme, place }) => shown({ scheme: labelled(scheme, place), place })),
        );
      } else if (kind === 'metrics') {
        // Only what is asked for is counted: a text measures more than its labels name.
        for (const { figure, subject, regions } of metrics) {
          const line = `${name} ${figure} of ${subject} in ${regions.join('、')}`;
          wanted.push(line);
          const right = got.metrics.some(
            (metric) =>
              metric.figure.replace('%', '') === figure.replace('%', '') &&
              metric.subject.includes(subject) &&
              (regions.length === 0 || regions.join() === metric.regions.join()),
          );
          if (right) found.push(line);
        }
      } else {
        wanted.push(...labels.filter(({ type }) => type === kind).map(show));
        found.push(...got.labels.filter(({ type }) => type === kind).map(show));
      }
    }
    const missed = wanted.filter((one) => !found.includes(one));
    const extra = found.filter((one) => !wanted.includes(one));
    expect(f1(found, wanted), [...missed, '| extra:', ...extra].join('\n')).toBeGreaterThanOrEqual(floor);
  });
});
