import { createHash } from 'node:crypto';
import { annotationVersionViewOf } from '@/lib/adjudication/decision/annotation-version';
import type { Decision } from '@/lib/adjudication/decision/decision';
import type { PlacedUnit } from '@/lib/adjudication/unit/placed-decisions';
import { seededRandom } from '@/lib/agreement/seeded-random';
import type { AnnotationContent } from '@/lib/annotation/annotation';
import type { PositionIndex } from '@/lib/article/code-points';
import type { WorkspaceDecision, WorkspaceUnit } from './adjudication-workspace';

/** A shuffled copy whose order depends on `key` alone. */
export function shuffled<Thing>(things: readonly Thing[], key: string): Thing[] {
  const seed = createHash('sha256').update(key).digest().readInt32LE(0);
  const random = seededRandom(seed);
  const left = [...things];
  const order: Thing[] = [];
  while (left.length > 0) order.push(...left.splice(random.integer(left.length), 1));
  return order;
}

/** The offset unit, the text, and the consensus of a workspace's views. */
type WorkspaceViewOptions = {
  index: PositionIndex;
  text: string;
  anonymous: boolean;
  consensusAnnotations: ReadonlyMap<string, AnnotationContent & { version: number }>;
};

/** The workspace's view of a current decision, with its annotations in the consensus. */
export function workspaceDecisionOf(
  decision: Decision,
  { index, consensusAnnotations }: WorkspaceViewOptions,
): WorkspaceDecision {
  const { id, kind, rule, outcome, openAttributes, reasonKey, reason, by, at } = decision;
  return {
    id,
    start: index.fromUtf16(decision.start) ?? decision.start,
    end: index.fromUtf16(decision.end) ?? decision.end,
    kind,
    rule: rule === '' ? null : rule,
    outcome: outcome.flatMap(({ annotationId }) => {
      const annotation = consensusAnnotations.get(annotationId);
      return annotation === undefined
        ? []
        : [
            annotationVersionViewOf(
              { annotationId, version: annotation.version },
              annotation,
              index,
            ),
          ];
    }),
    openAttributes,
    reasonKey,
    reason,
    by,
    at,
  };
}

/**
 * The workspace's view of a unit. In an anonymous project, versions and their holders come in an
 * order that is shuffled for each unit, so that the order reveals nobody.
 */
export function workspaceUnitOf(
  { unit, state, decisions }: PlacedUnit,
  options: WorkspaceViewOptions,
): WorkspaceUnit {
  const { index, text, anonymous } = options;
  const versions = unit.versions.map(({ holders }) => ({
    holders: (anonymous ? shuffled(holders, `${unit.id} holders`) : holders).map(
      ({ layerId, annotations }) => ({
        layerId: anonymous ? null : layerId,
        annotations: annotations.map((annotation) =>
          annotationVersionViewOf(
            { annotationId: annotation.id, version: annotation.version },
            annotation,
            index,
          ),
        ),
      }),
    ),
  }));
  return {
    id: unit.id,
    start: index.fromUtf16(unit.start) ?? unit.start,
    end: index.fromUtf16(unit.end) ?? unit.end,
    quote: text.slice(unit.start, unit.end),
    kinds: unit.kinds,
    state,
    versions: anonymous ? shuffled(versions, unit.id) : versions,
    silent: unit.silent.length,
    silentLayers: anonymous ? [] : unit.silent,
    decisions: decisions.map((decision) => workspaceDecisionOf(decision, options)),
  };
}
