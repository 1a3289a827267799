import { invalid } from '@/lib/refusal';
import type { AnnotatedDocument, Unit } from '@/lib/agreement/annotated-document';
import { spanColumns } from './span-columns';
import type { TableRow } from './table-rows';

/** One document of somebody’s data; `readers[i]` is who its annotator i is, a place among all annotators. */
export type ReadDocument = {
  readonly name: string;
  readonly annotators: readonly number[];
  readonly marked: AnnotatedDocument;
};

/** Somebody’s spans: who marked what in which document, and what was assumed in reading them. */
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
      `Line ${line}: the ${what} “${cell}” is no whole number of 0 or more. Count from the start of the document.`,
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
      `Line ${last.line}: the span ${last.begin}–${last.end} goes beyond “${name}”, which is ${length} long by line ${lengthLine}. Correct the one or the other; both must count alike, best in Unicode code points.`,
    );
  return length;
}

/**
 * Reads rows of document, annotator, start, end, label (half-open, in any one unit). A row without start
 * and end is an annotator who was assigned to the document, whether they marked anything or not; who is
 * in no row of a document was not assigned to it. Refuses what cannot be, and names the line.
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
        `Line ${line} names no ${document === '' ? 'document' : 'annotator'}. Every row needs both.`,
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
        `Line ${line} has no ${start === '' ? 'start' : 'end'}. Give both, or neither where the annotator marked nothing.`,
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
            `${unmeasured} of ${drafts.size} documents state no length: each is taken to end with its last span, so that unmarked text after it does not count. A column “length” mends that.`,
          ]
        : []),
    ],
  };
}
