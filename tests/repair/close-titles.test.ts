import { describe, expect, test } from 'vitest';
import { type RepairCase, repaired } from './repaired.ts';

const cases: readonly RepairCase[] = [
  {
    what: 'the end of a name',
    before: '根据《城市房屋管理条例的规定，制定本办法。',
    after: '根据《城市房屋管理条例》的规定，制定本办法。',
  },
  { what: 'a title that is whole stays', before: '根据《城市房屋管理条例》的规定，制定本办法。' },
  { what: 'nested titles stay', before: '印发《关于落实〈条例〉的通知》。' },
  { what: 'a half whose end is not to be seen stays', before: '他在读《红楼，很入迷。' },
  { what: 'a closing half alone stays', before: '管理条例》已经印发。' },
  {
    what: 'the beginning of a law',
    before: '违反中华人民共和国森林法》的，依法处理。',
    after: '违反《中华人民共和国森林法》的，依法处理。',
  },
  {
    what: 'the beginning behind a verb',
    before: '省里印发了城镇供水办法》，明确了责任。',
    after: '省里印发了《城镇供水办法》，明确了责任。',
  },
  {
    what: 'a title in a title',
    before: '印发《关于执行《供水条例》的意见》。',
    after: '印发《关于执行〈供水条例〉的意见》。',
  },
  {
    what: 'the wrong second half',
    before: '根据《供水条例〉的规定办理。',
    after: '根据《供水条例》的规定办理。',
  },
  {
    what: 'the wrong first half',
    before: '根据〈供水条例》的规定办理。',
    after: '根据《供水条例》的规定办理。',
  },
  { what: 'a title over two lines stays', before: '关于印发《城镇\n供水办法》的通知' },
  { what: 'two titles in a row stay', before: '学习《党章》《准则》。' },
];

describe('close-titles', () => {
  test.each(cases)('$what: $before', ({ before, after = before }) => {
    expect(repaired(before).text).toBe(after);
  });
});
