import { invalid } from '@/lib/refusal';

const names = {
  document: ['document', 'doc', 'article', 'article_id', 'document_id', 'text_id'],
  annotator: ['annotator', 'coder', 'analyst', 'rater', 'annotator_id'],
  start: ['start', 'begin', 'start_offset', 'begin_offset'],
  end: ['end', 'end_offset', 'stop'],
  label: ['label', 'category', 'technique', 'type'],
  length: ['length', 'document_length', 'text_length', 'doc_length'],
} as const;

type Column = keyof typeof names;
const needed = ['document', 'annotator', 'start', 'end'] as const;

/** Where in a row the columns of a table of spans are; label and length may be lacking. */
export type SpanColumns = Record<(typeof needed)[number], number> &
  Partial<Record<'label' | 'length', number>> & { readonly unused: readonly string[] };

const plain = (cell: string): string => cell.toLowerCase().replace(/[\s-]+/g, '_');

function columnIndex(header: readonly string[], column: Column): number {
  const cells = header.map(plain);
  for (const name of names[column]) {
    const index = cells.indexOf(name);
    if (index !== -1) return index;
  }
  return -1;
}

/** Whether a first row names the columns of a table of spans: any two of those that it cannot do without. */
export function isSpanHeader(header: readonly string[]): boolean {
  return needed.filter((column) => columnIndex(header, column) !== -1).length >= 2;
}

/** Finds the columns by their names, in any order and case. Refuses a first row that lacks one. */
export function spanColumns(header: readonly string[]): SpanColumns {
  const lacking = needed.filter((column) => columnIndex(header, column) === -1);
  if (lacking.length > 0)
    throw invalid(
      'file',
      `Line 1 names no column ${lacking.map((one) => `“${one}”`).join(', ')}; it has ${header.map((one) => `“${one}”`).join(', ')}. A table of spans has the columns document, annotator, start, end and label.`,
    );
  const indexFor = (column: Column) => columnIndex(header, column);
  const [label, length] = [indexFor('label'), indexFor('length')];
  const used = new Set([...needed.map(indexFor), label, length]);
  return {
    document: indexFor('document'),
    annotator: indexFor('annotator'),
    start: indexFor('start'),
    end: indexFor('end'),
    ...(label !== -1 && { label }),
    ...(length !== -1 && { length }),
    unused: header.filter((cell, at) => !used.has(at) && cell !== ''),
  };
}
