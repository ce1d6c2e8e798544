import { textSpan } from '../../alignment/index.ts';
import { type Dictionaries, PrefixIndex } from '../../dictionary/index.ts';
import type { FoundEntity } from '../../document/index.ts';
import { organRegister } from '../organs/index.ts';
import type { ExtractContext, Recognizer } from '../recognizer.ts';
import { type FoundDocument, findDocuments } from './find-documents.ts';
import { issuerIn } from './issuer-in.ts';

/** What may stand between a body and the document that it issued: 工信部近日印发了《. */
const ISSUES =
  /^(?:近日|日前|正式|联合|共同|已|也|又|还|先后|陆续|分别|于|[\d年月日])*(?:印发|发布|出台|制定|下发|颁布|公布|转发|批复|编制|起草|发出|推出)(?:了|实施|的)?$/u;

/** Documents by their titles and numbers: 《…》（国发〔2013〕5号）, and the body that issued them where the text says so. */
export const documents: Recognizer = {
  name: 'document',
  priority: 70,
  find: (context) => {
    const issuers = issuersByNumber(context.dictionaries);
    const found = findDocuments(context.text, issuers, context.beginnings.of('documents'));
    if (found.length === 0) return [];
    const organs = context.found
      .filter(({ type }) => type === 'ministry' || type === 'local-organ')
      .sort((a, b) => a.span.end - b.span.end);
    const register = organRegister(context.dictionaries);
    /** The issuer by its number, as of the number's year. */
    const byNumber = ({ issuer, number }: FoundDocument) => {
      const year = number === undefined ? undefined : /〔(\d{4})〕/.exec(number)?.[1];
      return issuer === undefined || year === undefined ? issuer : issuerIn(issuer, Number(year), register);
    };
    let next = 0;
    return found.map((document): FoundEntity => {
      while (next < organs.length && organs[next].span.end <= document.start) next++;
      const issuer = issuerBefore(context, document, organs[next - 1]) ?? byNumber(document);
      return {
        type: 'document',
        span: textSpan(document.start, document.end),
        confidence: document.number === document.title ? 0.95 : 1,
        rule: document.number === document.title ? 'document-number' : 'document-title',
        title: document.title,
        ...(document.number === undefined ? {} : { number: document.number }),
        ...(issuer === undefined ? {} : { issuer }),
      };
    });
  },
};

/** The organ right before a title that the text says issued it. */
function issuerBefore(
  { text }: ExtractContext,
  { start }: FoundDocument,
  organ: FoundEntity | undefined,
): string | undefined {
  if (organ === undefined || start - organ.span.end > 24 || !('name' in organ)) return undefined;
  return ISSUES.test(text.slice(organ.span.end, start)) ? organ.name : undefined;
}

const key = Symbol('issuers by document number');

function issuersByNumber(dictionaries: Dictionaries): PrefixIndex<string> {
  return dictionaries.derived(
    key,
    () =>
      new PrefixIndex(
        dictionaries.rows('document-numbers').map(({ prefix, issuer }) => [prefix, issuer] as const),
      ),
  );
}
