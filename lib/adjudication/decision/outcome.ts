import type { AdjudicationUnit, SourceAnnotation } from '@/lib/adjudication/unit/adjudication-unit';
import { annotationsOfUnit, versionHashesOf } from '@/lib/adjudication/unit/adjudication-unit';
import { contentHash } from '@/lib/adjudication/unit/content-hash';
import type { AnnotationContent } from '@/lib/annotation/annotation';
import { segmentsFrom } from '@/lib/annotation/positions';
import { firstHolding } from '@/lib/annotation/sent-change';
import { isQuoteOf, toSpan } from '@/lib/annotation/span';
import type { PositionIndex } from '@/lib/article/code-points';
import type { Codebook } from '@/lib/codebook/codebook';
import type { Fault } from '@/lib/refusal';
import type { DecisionKind, Decision } from './decision';
import type { DecisionInput } from './decision-input';

/** An annotation of the consensus as a decision makes it. Positions are UTF-16 code units. */
export type Outcome = AnnotationContent & {
  codebookVersion: number;
  /** The ids of the annotations that it was made of, sorted. */
  from: string[];
};

const common = <Value>(values: readonly Value[], otherwise: Value): Value =>
  values.every((value) => value === values[0]) ? (values[0] ?? otherwise) : otherwise;

/**
 * What annotations that become one have in common beside what is decided: the note and the
 * confidence where all have the same, the newest codebook that any was validated against, their
 * ids.
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

/** What written outcomes are validated against. */
export type OutcomeContext = {
  text: string;
  index: PositionIndex;
  /** Published codebooks whose labels may be used, newest first. */
  codebooks: readonly { version: number; content: Codebook }[];
};

const copied = ({ label, segments, attributes, note, confidence }: SourceAnnotation) => ({
  label,
  segments: segments.map(({ start, end }) => ({ start, end })),
  attributes,
  note,
  confidence,
});

/**
 * The outcomes of versions that are taken as they are: one annotation for all with the same
 * content, whichever of them was named.
 */
export function takenOutcomes(unit: AdjudicationUnit, take: readonly string[]): Outcome[] {
  const all = annotationsOfUnit(unit).map(({ annotation }) => annotation);
  const left = new Set(all.filter(({ id }) => take.includes(id)));
  const outcomes: Outcome[] = [];
  for (const annotation of left) {
    const hash = contentHash([annotation]);
    const alike = all.filter((other) => contentHash([other]) === hash);
    for (const other of alike) left.delete(other);
    outcomes.push({ ...copied(annotation), ...inCommon(alike) });
  }
  return outcomes;
}

type Written = DecisionInput['write'][number];

function spanOf(written: Written, { text, index }: OutcomeContext) {
  const sent = segmentsFrom(index, written.segments);
  const placing = 'faults' in sent ? sent : toSpan(text, sent.segments);
  if ('faults' in placing || written.quote === undefined) return placing;
  if (isQuoteOf(text, placing.span, written.quote)) return placing;
  const message = 'The text there differs from the quote that was sent.';
  return { faults: [{ path: 'quote', message }] };
}

/**
 * The outcomes that somebody writes in place of the versions of a unit (or where there is none), or
 * what is wrong with them, by path. An outcome counts as made of the versions with its label or,
 * where there is none, of all.
 */
export function writtenOutcomes(
  unit: AdjudicationUnit | null,
  write: readonly Written[],
  context: OutcomeContext,
): { outcomes: Outcome[] } | { faults: Fault[] } {
  const all = unit === null ? [] : annotationsOfUnit(unit).map(({ annotation }) => annotation);
  const faults: Fault[] = [];
  const outcomes = write.map((written, at): Outcome => {
    const placing = spanOf(written, context);
    const checked = firstHolding(written, context.codebooks);
    const found = [
      ...('faults' in placing ? placing.faults : []),
      ...('faults' in checked ? checked.faults : []),
    ];
    faults.push(...found.map((fault) => ({ ...fault, path: `write.${at}.${fault.path}` })));
    const content: AnnotationContent = {
      label: written.label,
      segments: 'faults' in placing ? [] : placing.span,
      attributes: written.attributes,
      note: written.note,
      confidence: null,
    };
    const alike = all.filter(({ label }) => label === written.label);
    const { from } = inCommon(alike.length === 0 ? all : alike);
    return { ...content, codebookVersion: 'faults' in checked ? 0 : checked.version, from };
  });
  return faults.length > 0 ? { faults } : { outcomes };
}

/** Whether the taken annotations are one whole version, whichever of its holders were named. */
function isOneVersion({ versions }: AdjudicationUnit, take: readonly string[]): boolean {
  const taken = new Set(take);
  const touched = versions.filter(({ holders }) =>
    holders.some(({ annotations }) => annotations.some(({ id }) => taken.has(id))),
  );
  const [only] = touched;
  if (only === undefined || touched.length > 1) return false;
  return (only.holders[0]?.annotations ?? []).every((_, at) =>
    only.holders.some(({ annotations }) => taken.has(annotations[at]?.id ?? '')),
  );
}

/** The kind of a decision, by what was taken and written at a unit; null: there is no unit. */
export function decisionKindOf(
  unit: AdjudicationUnit | null,
  { take, write }: Pick<DecisionInput, 'take' | 'write'>,
): DecisionKind {
  if (unit === null) return 'own';
  if (write.length > 0) return 'adjust';
  if (take.length === 0) return 'reject';
  return isOneVersion(unit, take) ? 'take' : 'several';
}

/**
 * What a decision stores of its unit: the position, the kinds of disagreement, the versions, the
 * layers without annotations.
 */
export function decidedOn(
  unit: AdjudicationUnit,
  text: string,
): Pick<Decision, 'start' | 'end' | 'quote' | 'kinds' | 'sources' | 'silent' | 'versionHashes'> {
  const { start, end, kinds, silent } = unit;
  return {
    start,
    end,
    quote: text.slice(start, end),
    kinds,
    sources: annotationsOfUnit(unit).map(({ layerId, annotation }) => ({
      layerId,
      annotationId: annotation.id,
      version: annotation.version,
    })),
    silent,
    versionHashes: versionHashesOf(unit),
  };
}

/** The final labels, and the labels of versions that are not among them, each sorted and unique. */
export function labelsOf(
  sourceLabels: readonly string[],
  outcomes: readonly { label: string }[],
): Pick<Decision, 'finalLabels' | 'rejectedLabels'> {
  const finalLabels = [...new Set(outcomes.map(({ label }) => label))].sort();
  const rejectedLabels = [...new Set(sourceLabels)]
    .filter((label) => !finalLabels.includes(label))
    .sort();
  return { finalLabels, rejectedLabels };
}
