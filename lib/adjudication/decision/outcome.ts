import type { AnnotationContent } from '@/lib/annotation/annotation';
import type { SourceAnnotation } from '@/lib/adjudication/unit/source-layer';

/** An annotation of the consensus as a decision makes it. Positions are UTF-16 code units. */
export type Outcome = AnnotationContent & {
  codebookVersion: number;
  /** The ids of the versions that it was made of, sorted. */
  from: string[];
};

const common = <Value>(values: readonly Value[], otherwise: Value): Value =>
  values.every((value) => value === values[0]) ? (values[0] ?? otherwise) : otherwise;

/**
 * What marks that are taken as one have in common beside what is decided about them: the note and the
 * confidence where all have the same, the newest codebook that any was checked in, their ids.
 */
export function inCommon(
  annotations: readonly SourceAnnotation[],
): Pick<Outcome, 'note' | 'confidence' | 'codebookVersion' | 'from'> {
  return {
    note: common(
      annotations.map(({ note }) => note),
      '',
    ),
    confidence: common(
      annotations.map(({ confidence }) => confidence),
      null,
    ),
    codebookVersion: Math.max(0, ...annotations.map(({ codebookVersion }) => codebookVersion)),
    from: annotations.map(({ id }) => id).sort(),
  };
}
