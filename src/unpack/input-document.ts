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
> & {
  readonly dictionaries?: Dictionaries;
  /** Is told of each file of an archive that is left out because its name is hidden. */
  readonly onHidden?: (path: string) => void;
};

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
    notes: [...notes, ...damageNotes(text)],
    ...(layout === undefined ? {} : { layout }),
    ...(carried === undefined ? {} : { carried }),
  };
}

/** What a record says of damage that was done to a text before it came here. */
function damageNotes(text: string): InputNote[] {
  const lost = text.split('\ufffd').length - 1;
  const notes: InputNote[] = [];
  if (lost > 0) {
    const reason = `${lost} characters were lost when the text was written: U+FFFD stands for each`;
    notes.push({ severity: 'warning', rule: 'lost-characters', reason });
  }
  if (isReadTwice(text)) {
    const reason = 'it is UTF-8 that was read as Latin text and written as UTF-8 again: 国 is å›½';
    notes.push({ severity: 'warning', rule: 'wrong-encoding', reason });
  }
  return notes;
}

/** Three characters of Latin-1, or of Windows for what it has in place of controls, that were a Chinese one in UTF-8. */
const READ_AS_LATIN = /[\u00e4-\u00e9][\u0080-\u00bf\u0152-\u2122]{2}/g;
const FEW = 3;

function isReadTwice(text: string): boolean {
  return (text.slice(0, 10_000).match(READ_AS_LATIN)?.length ?? 0) >= FEW;
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
