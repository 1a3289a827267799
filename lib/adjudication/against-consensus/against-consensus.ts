import { compareLayers } from '@/lib/comparison/compare-layers';
import type { DisagreementKind } from '@/lib/comparison/compared-unit';
import type { DecisionViewer } from '@/lib/adjudication/decision/decision-access';
import { canReachDecision, seesWholeDecisions } from '@/lib/adjudication/decision/decision-access';
import type { VersionedAnnotation } from '@/lib/adjudication/versioned-annotation';
import type { Verdict } from './verdict';

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
