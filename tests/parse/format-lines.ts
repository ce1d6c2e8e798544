import type { FormatText } from '../../src/parse/index.ts';

/** Each line with what the format says of it. */
export function linesOf({ text, layout }: FormatText): string[] {
  let start = 0;
  return text.split('\n').map((line) => {
    const found = layout.marked?.find((marked) => marked.start === start);
    start += line.length + 1;
    const kind = found === undefined ? '' : `${found.kind}${found.level ?? ''}: `;
    return kind + line;
  });
}

/** The number in the file that each line stands under. */
export function numbersOf({ text, layout }: FormatText): (number | undefined)[] {
  const { starts, numbers } = layout.positions!;
  let start = 0;
  return text.split('\n').map((line) => {
    const index = starts.findLastIndex((one) => one <= start);
    start += line.length + 1;
    return numbers[index];
  });
}

export const first = '各省应当在年底前完成数据共享平台的建设，逾期予以通报。';
export const second = '财政部负责核定经费，覆盖率不低于百分之八十。';
