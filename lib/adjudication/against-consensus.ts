import { z } from 'zod';
import type { DecisionViewer } from '@/lib/adjudication/decision/decision-access';
import { canReachDecision, seesWholeDecisions } from '@/lib/adjudication/decision/decision-access';
import type { AnnotationThen } from '@/lib/annotation/layer-moment';
import { segmentsIn } from '@/lib/annotation/positions';
import type { PositionIndex } from '@/lib/article/code-points';
import { compareLayers } from '@/lib/comparison/compare-layers';
import type { DisagreementKind } from '@/lib/comparison/compared-unit';
import { countKinds, disagreementKinds } from '@/lib/comparison/compared-unit';
import type { DetailedAnnotation } from '@/lib/comparison/stored-layer';

/** A mark with the version of its annotation that says so. Positions are UTF-16 code units. */
export type VersionedAnnotation = DetailedAnnotation & { version: number };

/** What an annotation said at some moment, without when it was made. */
export function versionedAnnotation({
  createdAt: _,
  updatedAt: __,
  codebookVersion: ___,
  ...annotation
}: AnnotationThen): VersionedAnnotation {
  return annotation;
}

/** A decision, as far as it says why the consensus is as it is. Positions are UTF-16 code units. */
export type Verdict = {
  decisionId: string;
  start: number;
  end: number;
  kind: string;
  /** The rule of a merge that decided; empty where a person did. */
  rule: string;
  /** Why, in words; empty where nothing was said. */
  reason: string;
  by: { id: string; name: string };
  at: string;
  /** Whether it was in force at the moment that is asked about. */
  isCurrent: boolean;
  /** The versions of consensus annotations that it made. */
  made: { annotationId: string; version: number }[];
  /** The layers that these annotations are in. */
  layerIds: string[];
  /** The annotations that it decided on. */
  sources: string[];
  /** The labels that were said there and not given. */
  rejectedLabels: string[];
};

/** Why a place is as it is in the consensus: what was said, by whom, when. */
export type Why = Pick<Verdict, 'decisionId' | 'kind' | 'rule' | 'reason' | 'by' | 'at'>;

/** The verdicts that this person reaches; to those who do not see others’ layers without the rule, which tells of these. */
export function openVerdicts(viewer: DecisionViewer, verdicts: readonly Verdict[]): Verdict[] {
  const reached = verdicts.filter(({ layerIds, isCurrent, made }) =>
    canReachDecision(viewer, { layerIds, isCurrent, makes: made.length > 0 }),
  );
  return seesWholeDecisions(viewer)
    ? reached
    : reached.map((verdict) => ({ ...verdict, rule: '' }));
}

/** A place where somebody or the consensus marks something. Positions are UTF-16 code units. */
export type AgainstUnit = {
  id: string;
  start: number;
  end: number;
  /** The words of the place. */
  quote: string;
  /** How the two part there; empty where they say the same. */
  kinds: DisagreementKind[];
  mine: VersionedAnnotation[];
  consensus: VersionedAnnotation[];
  /** The decisions that made it so; none where no decision names it. */
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
 * Says of a place which decisions made it so: those that made what the consensus has there, that
 * decided on one of the person's own annotations, or that did not give, on words of the place, a
 * label that they have there: a mark that was rejected when others said it is answered too.
 */
function speaksOf(verdict: Verdict, unit: UnitSides, consensusKeys: ReadonlySet<string>): boolean {
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
 * Lays one reading beside the consensus, place by place in text order: what the one marked, what the
 * other has, how they part and why. `text` is what both read; `verdicts` come by place.
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
    const whys = verdicts.filter((verdict) => speaksOf(verdict, unit, consensusKeys)).map(whyOf);
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

/** A place where a reading or the consensus marks something, as the API tells it; positions in the answer's unit. */
export const againstView = z.object({
  id: z.uuid(),
  start: z.int(),
  end: z.int(),
  quote: z.string(),
  /** How the two part there; empty where they say the same. */
  kinds: z.array(z.enum(disagreementKinds)),
  /** What the reading marks there. */
  mine: z.array(annotation),
  /** What the consensus has there. */
  consensus: z.array(annotation),
  /** The decisions that made it so; `rule` is empty where a person decided. */
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

/** A place where a reading or the consensus marks something, as the API tells it. */
type AgainstView = z.infer<typeof againstView>;

/** Tells a place in the unit of `index`. */
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

/** How many places part in which way, as `countKinds`. */
export function countAgainst(units: readonly AgainstUnit[]) {
  return countKinds(units.map((unit) => ({ ...unit, versions: [] })));
}
