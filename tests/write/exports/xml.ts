import { DOMParser } from '@xmldom/xmldom';

/** Parses XML by a real parser, which fails on the first thing that it would only warn of. */
export function parseXml(xml: string): Document {
  const fail = (message: string) => {
    throw new Error(message);
  };
  const errorHandler = { warning: fail, error: fail, fatalError: fail };
  return new DOMParser({ errorHandler }).parseFromString(xml, 'text/xml') as unknown as Document;
}

/** The elements of a name, in document order. */
export const elementsOf = (document: Document, name: string): Element[] =>
  Array.from(document.getElementsByTagName(name));
