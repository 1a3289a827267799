import { tableRows } from './file-text';
import { invalid } from '@/lib/refusal';
import type { CaseInput, ReferenceCase } from './reference-case';
import { readReferenceCase } from './reference-case';
import { codingTable } from '@/lib/agreement/coding/coding-table';
import type { CodingData, Orientation } from './coding-data';
import { readCodingRows } from './coding-data';
import type { SpanData } from './span-data';
import { readSpanRows, isSpanHeader } from './span-data';

/** The kinds of file that the calculator accepts. */
export const fileKinds = ['case', 'spans', 'coding'] as const;
/** One of `fileKinds`. */
type FileKind = (typeof fileKinds)[number];

/** The content of an uploaded file: a reference case, spans, or codings of items. */
type OwnFile = { readonly kind: 'case'; readonly case: ReferenceCase } | SpanData | CodingData;

/** How to parse a file; what is not given is guessed from its text. */
export type ReadOptions = { readonly kind?: FileKind; readonly orientation?: Orientation };

/**
 * Guesses the kind of a text: JSON, a table whose first row names documents and annotators, or
 * another table.
 */
export function guessKind(text: string): FileKind {
  if (/^\ufeff?\s*\{/.test(text)) return 'case';
  const [header] = tableRows(text);
  return isSpanHeader(header?.cells ?? []) ? 'spans' : 'coding';
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    const why = error instanceof Error ? error.message : '';
    throw invalid('file', `It is not JSON: ${why}. Check the end of the file and the commas.`);
  }
}

/** Parses an uploaded file. Throws a Refusal with the line, where there is one, and what to do. */
export function readOwnFile(text: string, { kind, orientation }: ReadOptions = {}): OwnFile {
  const is = kind ?? guessKind(text);
  if (is === 'case') return { kind: 'case', case: readReferenceCase(parsed(text)) };
  return is === 'spans'
    ? readSpanRows(tableRows(text))
    : readCodingRows(tableRows(text), orientation);
}

/**
 * The data of a reference case in the form of uploaded data, for a report; null for kinds that have
 * none.
 */
export function dataOfCase(input: CaseInput): SpanData | CodingData | null {
  if (input.kind === 'coding') {
    const table = codingTable(input.ratings);
    return {
      kind: 'coding',
      coders: input.raters,
      items: Array.from({ length: table.items }, (_, at) => `Item ${at + 1}`),
      table,
      isNumeric: table.values.every((value) => typeof value === 'number'),
      notes: [],
    };
  }
  if (input.kind !== 'unitizing') return null;
  const labels = [...new Set(input.units.map(({ category }) => category))];
  return {
    kind: 'spans',
    annotators: input.annotators,
    labels,
    documents: [
      {
        name: 'The document',
        annotators: input.annotators.map((_, at) => at),
        marked: {
          length: input.length,
          annotators: input.annotators.length,
          units: input.units.map(({ annotator, begin, end, category }) => ({
            annotator: input.annotators.indexOf(annotator),
            begin: begin - input.begin,
            end: end - input.begin,
            label: labels.indexOf(category),
          })),
        },
      },
    ],
    notes: [],
  };
}
