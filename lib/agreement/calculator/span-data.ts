import type { TableRow } from './file-text';
import { invalid } from '@/lib/refusal';
import type { AnnotatedDocument, Unit } from '@/lib/agreement/annotated-document';

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

/** The column numbers of a table of spans; label and length may be missing. */
type SpanColumns = Record<(typeof needed)[number], number> &
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

/**
 * Whether a first row is the header of a table of spans: it has any two of the required columns.
 */
export function isSpanHeader(header: readonly string[]): boolean {
  return needed.filter((column) => columnIndex(header, column) !== -1).length >= 2;
}

/**
 * Finds the columns by their names, in any order and case. Throws a Refusal where a required one is
 * missing.
 */
export function spanColumns(header: readonly string[]): SpanColumns {
  const lacking = needed.filter((column) => columnIndex(header, column) === -1);
  if (lacking.length > 0)
    throw invalid(
      'file',
      `Line 1 has no column ${lacking.map((one) => `“${one}”`).join(', ')}; it has ${header.map((one) => `“${one}”`).join(', ')}. A table of spans has the columns document, annotator, start, end and label.`,
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

/**
 * One document of uploaded data; `annotators[i]` is the number, among all annotators, of its
 * annotator i.
 */
export type ReadDocument = {
  readonly name: string;
  readonly annotators: readonly number[];
  readonly marked: AnnotatedDocument;
};

/** Uploaded spans by document, with the assumptions made in parsing them. */
export type SpanData = {
  readonly kind: 'spans';
  readonly annotators: readonly string[];
  readonly labels: readonly string[];
  readonly documents: readonly ReadDocument[];
  readonly notes: readonly string[];
};

type Draft = {
  annotators: Map<string, number>;
  units: (Unit & { line: number })[];
  length: number | null;
  lengthLine: number;
};

const noLabel = 'marked';
const maxLength = 1_000_000_000;

function wholeNumber(cell: string, what: string, line: number): number {
  const value = /^\d+(?:\.0+)?$/.test(cell) ? Number(cell) : Number.NaN;
  if (!(value <= maxLength))
    throw invalid(
      'file',
      `Line ${line}: the ${what} “${cell}” is not a whole number of 0 or more. Count from the start of the document.`,
    );
  return value;
}

const indexIn = (indices: Map<string, number>, name: string): number => {
  const index = indices.get(name) ?? indices.size;
  indices.set(name, index);
  return index;
};

function lengthOf(name: string, { units, length, lengthLine }: Draft): number {
  const last = units.toSorted((a, b) => b.end - a.end)[0] ?? null;
  if (length === null) return last?.end ?? 0;
  if (last !== null && last.end > length)
    throw invalid(
      'file',
      `Line ${last.line}: the span ${last.begin}–${last.end} goes beyond “${name}”, which is ${length} long by line ${lengthLine}. Correct one of them; both must use the same offset unit, preferably Unicode code points.`,
    );
  return length;
}

/**
 * Parses rows of document, annotator, start, end, label (half-open, in any one offset unit). A row
 * without start and end assigns an annotator to the document, whether they annotated anything or
 * not; an annotator without any row for a document was not assigned to it. Throws a Refusal with
 * the line for values that cannot be.
 */
export function readSpanRows([header, ...rows]: readonly TableRow[]): SpanData {
  const columns = spanColumns(header?.cells ?? []);
  const annotators = new Map<string, number>();
  const labels = new Map<string, number>();
  const drafts = new Map<string, Draft>();
  for (const { line, cells } of rows) {
    const cell = (column: number | undefined) =>
      column === undefined ? '' : (cells[column] ?? '');
    const [document, annotator] = [cell(columns.document), cell(columns.annotator)];
    const [start, end] = [cell(columns.start), cell(columns.end)];
    if (cells.length > (header?.cells.length ?? 0))
      throw invalid(
        'file',
        `Line ${line} has ${cells.length} cells, and the first row names ${header?.cells.length}. Quote cells that hold the separator.`,
      );
    if (document === '' || annotator === '')
      throw invalid(
        'file',
        `Line ${line} has no ${document === '' ? 'document' : 'annotator'}. Every row needs both.`,
      );
    const draft: Draft = drafts.get(document) ?? {
      annotators: new Map(),
      units: [],
      length: null,
      lengthLine: 0,
    };
    drafts.set(document, draft);
    indexIn(annotators, annotator);
    const index = indexIn(draft.annotators, annotator);
    const stated = cell(columns.length);
    if (stated !== '') {
      const length = wholeNumber(stated, 'length', line);
      if (draft.length !== null && draft.length !== length)
        throw invalid(
          'file',
          `Line ${line} says that “${document}” is ${length} long, line ${draft.lengthLine} says ${draft.length}. Give one document one length.`,
        );
      if (draft.length === null) [draft.length, draft.lengthLine] = [length, line];
    }
    if (start === '' && end === '') continue;
    if (start === '' || end === '')
      throw invalid(
        'file',
        `Line ${line} has no ${start === '' ? 'start' : 'end'}. Give both, or neither where the annotator annotated nothing.`,
      );
    const [begin, stop] = [wholeNumber(start, 'start', line), wholeNumber(end, 'end', line)];
    if (stop <= begin)
      throw invalid(
        'file',
        `Line ${line}: the span ends at ${stop}, which is not after its start at ${begin}. Ends are exclusive: a span of one character from ${begin} ends at ${begin + 1}.`,
      );
    const label = indexIn(labels, cell(columns.label) || noLabel);
    draft.units.push({ annotator: index, begin, end: stop, label, line });
  }
  const names = [...annotators.keys()];
  const unmeasured = [...drafts].filter(([, { length }]) => length === null).length;
  return {
    kind: 'spans',
    annotators: names,
    labels: [...labels.keys()],
    documents: Array.from(drafts, ([name, draft]) => ({
      name,
      annotators: [...draft.annotators.keys()].map((annotator) => annotators.get(annotator) ?? 0),
      marked: {
        length: lengthOf(name, draft),
        annotators: draft.annotators.size,
        units: draft.units.map(({ line: _, ...unit }) => unit),
      },
    })),
    notes: [
      ...(columns.unused.length > 0
        ? [
            `Not used: the column${columns.unused.length === 1 ? '' : 's'} ${columns.unused.map((one) => `“${one}”`).join(', ')}.`,
          ]
        : []),
      ...(columns.label === undefined
        ? ['There is no column “label”: all spans count as one label.']
        : []),
      ...(unmeasured > 0
        ? [
            `${unmeasured} of ${drafts.size} documents state no length: each is taken to end with its last span, so that text after it does not count. Add a column “length” to include it.`,
          ]
        : []),
    ],
  };
}
