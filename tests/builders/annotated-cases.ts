import { readFileSync, readdirSync } from 'node:fs';
import type { AnnotatedDocument } from '@/lib/agreement/annotated-document';
import type { ReferenceCase } from '@/lib/agreement/calculator/reference-case';
import { readReferenceCase } from '@/lib/agreement/calculator/reference-case';

const folder = 'tests/agreement-cases';

/** The names of the reference cases, without “.json”. */
export const caseNames = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name) => name.replace(/\.json$/, ''))
  .toSorted();

/** The path of a case of that name. */
export const casePath = (name: string): string => `${folder}/${name}.json`;

/** The reference case of that name, read. */
export function referenceCase(name: string): ReferenceCase {
  return readReferenceCase(JSON.parse(readFileSync(casePath(name), 'utf8')));
}

type CaseUnit = { annotator: string; begin: number; end: number; category: string };

/** The input of a reference case of annotated text. */
export type CaseInput = {
  kind: string;
  begin?: number;
  length?: number;
  annotators?: string[];
  units?: CaseUnit[];
  tuples?: ([number, number, string] | null)[][];
};

/** One figure that a reference case expects. */
export type Check = {
  measure: string;
  params: Record<string, unknown>;
  inputPair?: [[number, number], [number, number]];
  expected: number | null;
  /** The disagreement of αU, observed and expected, where the case gives it. */
  expectedDo?: number;
  expectedDe?: number;
  tolerance: number;
};

/** A reference case of annotated text: the document in numbers, and its labels by number. */
export type AnnotatedCase = {
  id: string;
  source: string;
  input: CaseInput;
  checks: Check[];
};

/** The reference cases whose file name begins so. */
export function annotatedCases(prefix: string): AnnotatedCase[] {
  return readdirSync(folder)
    .filter((name) => name.startsWith(prefix))
    .map((name): AnnotatedCase => JSON.parse(readFileSync(`${folder}/${name}`, 'utf8')));
}

/** The input in numbers: positions from where it begins, annotators and labels in the order named. */
export function markedDocument(
  { begin = 0, length, annotators = [], units = [] }: CaseInput,
  labels: readonly string[],
): AnnotatedDocument {
  return {
    length: length ?? Math.max(0, ...units.map(({ end }) => end - begin)),
    annotators: annotators.length,
    units: units.map((unit) => ({
      annotator: annotators.indexOf(unit.annotator),
      begin: unit.begin - begin,
      end: unit.end - begin,
      label: labels.indexOf(unit.category),
    })),
  };
}

/** The labels of the units of the input, in order. */
export function labelsIn({ units = [] }: CaseInput): string[] {
  return [...new Set(units.map(({ category }) => category))].toSorted();
}
