import { z } from 'zod';
import { mergeCounts, mergeStrategy } from '@/lib/adjudication/merge/merge';
import { annotationView } from '@/lib/annotation/annotation';
import { layerStates } from '@/lib/annotation/layer';
import { offsetUnits } from '@/lib/article/code-points';
import { decisionKinds } from '@/lib/adjudication/decision/decision';
import { adjudicationSettings } from '@/lib/adjudication/adjudication-settings';
import { unitStates } from '@/lib/adjudication/unit/placed-decisions';
import { unitDisagreementKinds } from '@/lib/adjudication/unit/adjudication-unit';

const count = z.int().nonnegative();
const person = z.object({ id: z.uuid(), name: z.string() });

const annotation = annotationView
  .pick({ label: true, segments: true, attributes: true, note: true, confidence: true })
  .extend({ annotationId: z.uuid(), version: z.int() });

/** What one layer has at a unit. The layer's id is null in an anonymous project. */
const holder = z.object({ layerId: z.uuid().nullable(), annotations: z.array(annotation) });

/** A current decision in a workspace. */
export const workspaceDecision = z.object({
  id: z.uuid(),
  start: z.int(),
  end: z.int(),
  kind: z.enum(decisionKinds),
  rule: z.string().nullable(),
  outcome: z.array(annotation),
  openAttributes: z.array(z.string()),
  reasonKey: z.string(),
  reason: z.string(),
  by: person,
  at: z.iso.datetime(),
});

/** A current decision in a workspace. */
export type WorkspaceDecision = z.infer<typeof workspaceDecision>;

/** A unit in a workspace: its versions, its state and its decisions. */
export const workspaceUnit = z.object({
  id: z.uuid(),
  start: z.int(),
  end: z.int(),
  quote: z.string(),
  kinds: z.array(z.enum(unitDisagreementKinds)),
  state: z.enum(unitStates),
  /**
   * The version with most holders first; in an anonymous project in an order that is shuffled for
   * each unit.
   */
  versions: z.array(z.object({ holders: z.array(holder).min(1) })),
  /**
   * How many layers have nothing there, and their ids; these are hidden in an anonymous project.
   */
  silent: count,
  silentLayers: z.array(z.uuid()),
  decisions: z.array(workspaceDecision),
});

/** A unit in a workspace. */
export type WorkspaceUnit = z.infer<typeof workspaceUnit>;

/** The adjudication workspace of an article, in the API. */
export const adjudicationWorkspace = z.object({
  articleId: z.uuid(),
  projectId: z.uuid(),
  revision: z.int(),
  revisionId: z.uuid(),
  offsetUnit: z.enum(offsetUnits),
  /** The consensus; null until something is decided. */
  consensus: z.object({ layerId: z.uuid(), state: z.enum(layerStates) }).nullable(),
  /** How many layers are adjudicated, and whose; that is hidden in an anonymous project. */
  layerCount: count,
  layers: z.array(
    z.object({
      layerId: z.uuid(),
      author: z.string(),
      state: z.enum(layerStates),
      annotations: count,
    }),
  ),
  /** Why nothing can be decided now; null where it can be. */
  reason: z.string().nullable(),
  settings: adjudicationSettings,
  /** The last merge; null where none was run. */
  merge: z
    .object({
      mergeId: z.uuid(),
      strategy: mergeStrategy,
      counts: mergeCounts,
      by: person,
      at: z.iso.datetime(),
    })
    .nullable(),
  counts: z.object({
    units: count,
    open: count,
    changed: count,
    attributes: count,
    rule: count,
    person: count,
  }),
  units: z.array(workspaceUnit),
  /**
   * Decisions outside of all units: annotations of a manager's own, and those on annotations that
   * were removed.
   */
  elsewhere: z.array(workspaceDecision),
  /** Relations that analysts have between source annotations of the consensus's annotations. */
  relations: z.array(
    z.object({
      type: z.string(),
      from: z.uuid(),
      to: z.uuid(),
      layers: count,
      of: count,
      isInConsensus: z.boolean(),
      decision: workspaceDecision.nullable(),
    }),
  ),
});

/** The adjudication workspace of an article. */
export type AdjudicationWorkspace = z.infer<typeof adjudicationWorkspace>;
