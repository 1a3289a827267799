import type { AnnotationThen } from '@/lib/annotation/history';
import type { DetailedAnnotation } from '@/lib/comparison/compared-layer';
import { z } from 'zod';
import type { DecisionViewer } from '@/lib/adjudication/decision/decision-access';
import { canReachDecision, seesWholeDecisions } from '@/lib/adjudication/decision/decision-access';
import { segmentsIn } from '@/lib/annotation/positions';
import type { PositionIndex } from '@/lib/article/code-points';
import { compareLayers } from '@/lib/comparison/compare-layers';
import type { DisagreementKind } from '@/lib/comparison/compared-unit';
import { countKinds, disagreementKinds } from '@/lib/comparison/compared-unit';

/** An annotation in one version. Positions are UTF-16 code units. */
export type VersionedAnnotation = DetailedAnnotation & { version: number };

/** A stored version of an annotation, without its times and codebook. */
export function versionedAnnotation({
  createdAt: _,
  updatedAt: __,
  codebookVersion: ___,
  ...annotation
}: AnnotationThen): VersionedAnnotation {
  return annotation;
}

/** A decision as far as it explains the consensus. Positions are UTF-16 code units. */
export type Verdict = {
  decisionId: string;
  start: number;
  end: number;
  kind: string;
  /** The rule of a merge that decided; empty where a person did. */
  rule: string;
  /** The reason; empty where none was given. */
  reason: string;
  by: { id: string; name: string };
  at: string;
  /** Whether it was in force at the moment in question. */
  isCurrent: boolean;
  /** The versions of consensus annotations that it made. */
  made: { annotationId: string; version: number }[];
  /** The layers of the annotations that it decided on. */
  layerIds: string[];
  /** The annotations that it decided on. */
  sources: string[];
  /** The labels that layers had there and the outcome has not. */
  rejectedLabels: string[];
};

/** Why a unit is as it is in the consensus: the rule or the reason, by whom, when. */
export type Why = Pick<Verdict, 'decisionId' | 'kind' | 'rule' | 'reason' | 'by' | 'at'>;

/**
 * The verdicts that this person may see; without the rule for those who do not see others' layers,
 * since it tells about these.
 */
export function openVerdicts(viewer: DecisionViewer, verdicts: readonly Verdict[]): Verdict[] {
  const reached = verdicts.filter(({ layerIds, isCurrent, made }) =>
    canReachDecision(viewer, { layerIds, isCurrent, makes: made.length > 0 }),
  );
  return seesWholeDecisions(viewer)
    ? reached
    : reached.map((verdict) => ({ ...verdict, rule: '' }));
}

/**
 * A unit of a layer and the consensus: where either has annotations. Positions are UTF-16 code
 * units.
 */
export type AgainstUnit = {
  id: string;
  start: number;
  end: number;
  /** The covered text. */
  quote: string;
  /** How the two differ; empty where they agree. */
  kinds: DisagreementKind[];
  mine: VersionedAnnotation[];
  consensus: VersionedAnnotation[];
  /** The decisions that explain the unit; empty where there are none. */
  whys: Why[];
};

const keyOf = (annotationId: string, version: number) => `${annotationId} ${version}`;

const whyOf = ({ decisionId, kind, rule, reason, by, at }: Verdict): Why => ({
  decisionId,
  kind,
  rule,
  reason,
  by,
  at,
});

type UnitSides = Pick<AgainstUnit, 'start' | 'end' | 'mine' | 'consensus'>;

/**
 * Whether a verdict explains a unit: it made what the consensus has there, it decided on one of the
 * person's own annotations, or it overlaps the unit and rejected a label that they have there, even
 * when it was rejected in another layer.
 */
function explains(verdict: Verdict, unit: UnitSides, consensusKeys: ReadonlySet<string>): boolean {
  if (
    verdict.made.some(({ annotationId, version }) =>
      consensusKeys.has(keyOf(annotationId, version)),
    )
  )
    return true;
  if (!verdict.isCurrent) return false;
  if (unit.mine.some(({ id }) => verdict.sources.includes(id))) return true;
  const meets = verdict.start < unit.end && unit.start < verdict.end;
  return meets && unit.mine.some(({ label }) => verdict.rejectedLabels.includes(label));
}

/**
 * Compares one layer with the consensus, unit by unit in text order: the annotations of both, how
 * they differ and why. `text` is what both annotate; `verdicts` are in text order.
 */
export function againstConsensus(
  mine: readonly VersionedAnnotation[],
  consensus: readonly VersionedAnnotation[],
  verdicts: readonly Verdict[],
  text: string,
): AgainstUnit[] {
  const units = compareLayers([
    { layerId: 'mine', annotations: mine },
    { layerId: 'consensus', annotations: consensus },
  ]);
  const annotations = new Map(
    [...mine, ...consensus].map((annotation) => [annotation.id, annotation]),
  );
  return units.map(({ id, start, end, kinds, versions }) => {
    const [own = [], theirs = []] = versions.map((version) =>
      version.annotations.flatMap((annotation) => annotations.get(annotation.id) ?? []),
    );
    const unit = { start, end, mine: own, consensus: theirs };
    const consensusKeys = new Set(
      theirs.map((annotation) => keyOf(annotation.id, annotation.version)),
    );
    const whys = verdicts.filter((verdict) => explains(verdict, unit, consensusKeys)).map(whyOf);
    return { id, ...unit, quote: text.slice(start, end), kinds, whys };
  });
}

const annotation = z.object({
  annotationId: z.uuid(),
  version: z.int(),
  label: z.string(),
  segments: z.array(z.object({ start: z.int(), end: z.int() })),
  attributes: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  note: z.string(),
  confidence: z.number().nullable(),
});

/** A unit of a layer and the consensus in the API; positions in the answer's offset unit. */
export const againstView = z.object({
  id: z.uuid(),
  start: z.int(),
  end: z.int(),
  quote: z.string(),
  /** How the two differ; empty where they agree. */
  kinds: z.array(z.enum(disagreementKinds)),
  /** The layer's annotations. */
  mine: z.array(annotation),
  /** The consensus's annotations. */
  consensus: z.array(annotation),
  /** The decisions that explain the unit; `rule` is empty where a person decided. */
  whys: z.array(
    z.object({
      decisionId: z.uuid(),
      kind: z.string(),
      rule: z.string(),
      reason: z.string(),
      by: z.object({ id: z.uuid(), name: z.string() }),
      at: z.iso.datetime(),
    }),
  ),
});

/** A unit of a layer and the consensus in the API. */
type AgainstView = z.infer<typeof againstView>;

/** The API view of a unit, with positions in the offset unit of `index`. */
export function againstIn(index: PositionIndex, unit: AgainstUnit): AgainstView {
  const viewOf = ({ id, segments, ...details }: VersionedAnnotation) => ({
    annotationId: id,
    ...details,
    segments: segmentsIn(index, segments),
  });
  return {
    ...unit,
    start: index.fromUtf16(unit.start) ?? unit.start,
    end: index.fromUtf16(unit.end) ?? unit.end,
    mine: unit.mine.map(viewOf),
    consensus: unit.consensus.map(viewOf),
  };
}

/** How many units have each kind of disagreement, as `countKinds`. */
export function countAgainst(units: readonly AgainstUnit[]) {
  return countKinds(units.map((unit) => ({ ...unit, versions: [] })));
}
