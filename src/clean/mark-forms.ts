import type { CharacterRule } from './character-rule.ts';

/**
 * Marks that Unicode has a second time for vertical lines and in small, as Big5 and vertical PDFs bring them: each becomes the
 * mark itself. By the compatibility mappings of the Unicode character database, but for ASCII marks that are Chinese ones
 * here, and for ︰, which Chinese texts have as a colon.
 */
const FORMS: readonly [written: string, meant: string][] = [
  ['︐︑︒︓︔︕︖︗︘︙', '，、。：；！？〖〗…'],
  ['︰︱︲︳︴', '：—–＿﹏'],
  ['︵︶︷︸︹︺︻︼︽︾︿﹀﹁﹂﹃﹄﹇﹈', '（）｛｝〔〕【】《》〈〉「」『』［］'],
  ['﹐﹑﹒﹔﹕﹖﹗﹘﹙﹚﹛﹜﹝﹞', '，、．；：？！—（）｛｝〔〕'],
  ['﹟﹠﹡﹢﹣﹤﹥﹦﹨﹩﹪﹫', '＃＆＊＋－＜＞＝＼＄%＠'],
];

const meantBy = new Map(
  FORMS.flatMap(([written, meant]) => [...written].map((form, i) => [form.charCodeAt(0), meant[i]] as const)),
);

/** Vertical and small forms of marks become the marks. What is ASCII inside numbers and words is left to `full-width-marks`. */
export const markForms: CharacterRule = {
  id: 'mark-forms',
  covers: () => [...meantBy.keys()].map((unit) => [unit, unit] as const),
  edit: (text, at, end) => ({
    from: at,
    to: end,
    insert: meantBy.get(text.charCodeAt(at)) as string,
    rule: 'mark-forms',
    confidence: 0.99,
  }),
};
