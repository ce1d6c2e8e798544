import type { ColumnSource, SchemaElement } from 'hyparquet-writer';
import { type Cell, columnsOf, type TableName, tables } from '../tables.ts';

/** What a cell is in a file: nothing, a number, a text, or a list. */
type Stored = Cell | bigint | readonly unknown[];

interface ColumnShape {
  /** Elements of the file's schema, the column's own first. */
  readonly elements: readonly SchemaElement[];
  readonly store: (cell: Cell) => Stored;
}

const same = (cell: Cell): Stored => cell;
const text = (name: string, required = false): SchemaElement => ({
  name,
  type: 'BYTE_ARRAY',
  converted_type: 'UTF8',
  repetition_type: required ? 'REQUIRED' : 'OPTIONAL',
});
const number = (name: string, type: 'INT32' | 'DOUBLE', required = false): SchemaElement => ({
  name,
  type,
  repetition_type: required ? 'REQUIRED' : 'OPTIONAL',
});

/** A list as the format defines it: a group, a repeated group, and what an element is. */
function list(name: string, element: readonly SchemaElement[]): SchemaElement[] {
  return [
    { name, repetition_type: 'REQUIRED', num_children: 1, converted_type: 'LIST' },
    { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
    ...element,
  ];
}

/** Columns that other databases keep as text, and that are lists here. */
const lists: Readonly<Record<string, ColumnShape>> = {
  'sentences.words': {
    elements: list('words', [text('element', true)]),
    store: (cell) => (cell === '' || cell === null ? [] : String(cell).split(' ')),
  },
  'edits.causes': {
    elements: list('causes', [
      { name: 'element', repetition_type: 'REQUIRED', num_children: 4 },
      text('stage', true),
      text('rule', true),
      number('confidence', 'DOUBLE', true),
      text('reason'),
    ]),
    store: (cell) => JSON.parse(String(cell)),
  },
};

function shapeOf(table: TableName, name: string): ColumnShape {
  const nested = lists[`${table}.${name}`];
  if (nested !== undefined) return nested;
  if (name === 'document_id') return { elements: [text(name, true)], store: same };
  if (name === 'ordinal') return { elements: [number(name, 'INT32', true)], store: same };
  // A file can have more bytes than 32 bits count.
  if (name === 'bytes')
    return {
      elements: [{ name, type: 'INT64', repetition_type: 'OPTIONAL' }],
      store: (cell) => (cell === null ? null : BigInt(cell)),
    };
  switch ((tables[table] as Readonly<Record<string, 'text' | 'integer' | 'real' | 'json'>>)[name]) {
    case 'integer':
      return { elements: [number(name, 'INT32')], store: same };
    case 'real':
      return { elements: [number(name, 'DOUBLE')], store: same };
    case 'json':
      return {
        elements: [{ name, type: 'BYTE_ARRAY', converted_type: 'JSON', repetition_type: 'OPTIONAL' }],
        store: (cell) => (cell === null ? null : JSON.parse(String(cell))),
      };
    default:
      return { elements: [text(name)], store: same };
  }
}

/** The rows of a table on their way into a file, by column. */
export class TableColumns {
  readonly #shapes: readonly {
    readonly name: string;
    readonly shape: ColumnShape;
    readonly data: Stored[];
  }[];
  rows = 0;

  constructor(table: TableName) {
    this.#shapes = columnsOf(table).map((name) => ({ name, shape: shapeOf(table, name), data: [] }));
  }

  add(cells: readonly Cell[]): void {
    this.#shapes.forEach(({ shape, data }, column) => {
      data.push(shape.store(cells[column]));
    });
    this.rows++;
  }

  /** What the writer of files takes. */
  source(): { columnData: ColumnSource[]; schema: SchemaElement[] } {
    return {
      columnData: this.#shapes.map(({ name, data }) => ({ name, data })),
      schema: [
        { name: 'root', num_children: this.#shapes.length },
        ...this.#shapes.flatMap(({ shape }) => shape.elements),
      ],
    };
  }
}
