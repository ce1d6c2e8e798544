import { createHash } from 'node:crypto';
import type { Config } from '../config/index.ts';
import { CERTAIN, type Detected } from '../decode/index.ts';
import type { Dictionaries } from '../dictionary/index.ts';
import type { InputNote, Layout, SourceDescription } from '../document/index.ts';
import { documentId } from '../read/index.ts';

/** One document of an input: what the pipeline takes. */
export interface InputDocument {
  readonly id: string;
  readonly text: string;
  /** Its `path` is the document's identity: the file's, and `#n` where the file has many documents. */
  readonly source: SourceDescription;
  readonly layout?: Layout;
  readonly notes: readonly InputNote[];
  /** Fields beside the text, in JSON Lines and tables. */
  readonly carried?: Readonly<Record<string, unknown>>;
}

/** The options that decide how a file becomes documents; see the option table. */
export type UnpackOptions = Partial<
  Pick<Config, 'encoding' | 'maxBytes' | 'inputFormat' | 'split' | 'splitPattern' | 'textField'>
> & { readonly dictionaries?: Dictionaries };

/** What an input document is made of. */
interface Parts {
  /** The document's identity. */
  readonly path: string;
  readonly text: string;
  /** The document's own bytes in the file. */
  readonly bytes: Uint8Array;
  readonly encoding: string;
  readonly mediaType: string;
  readonly layout?: Layout | undefined;
  readonly notes?: readonly InputNote[];
  readonly carried?: Readonly<Record<string, unknown>>;
}

/** Makes an input document. */
export function inputDocument({
  path,
  text,
  bytes,
  encoding,
  mediaType,
  layout,
  notes = [],
  carried,
}: Parts): InputDocument {
  return {
    id: documentId(path),
    text,
    source: {
      path,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      bytes: bytes.length,
      encoding,
      mediaType,
    },
    notes,
    ...(layout === undefined ? {} : { layout }),
    ...(carried === undefined ? {} : { carried }),
  };
}

/** What a record says of how its encoding was told: nothing where UTF-8 proves itself. */
export function encodingNotes({ encoding, confidence, evidence, bom }: Detected): InputNote[] {
  if (bom > 0) {
    return [
      {
        severity: 'info',
        rule: 'detect-encoding',
        reason: `${encoding}, by its byte order mark, which is left out`,
      },
    ];
  }
  if (encoding === 'utf-8' && confidence >= CERTAIN) return [];
  const certainty = `${(confidence * 100).toFixed(confidence >= CERTAIN ? 0 : 1)} %`;
  return [
    {
      severity: confidence < CERTAIN ? 'warning' : 'info',
      rule: 'detect-encoding',
      reason: `${encoding}, ${certainty} sure: ${evidence}`,
    },
  ];
}
