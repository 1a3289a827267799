import { listingOf } from '@/lib/page';
import { z } from 'zod';
import { annotationView } from '@/lib/annotation/annotation';
import { offsetUnits } from '@/lib/article/code-points';
import { unitDisagreementKinds } from '@/lib/adjudication/unit/adjudication-unit';
import { decisionKinds } from './decision';

const person = z.object({ id: z.uuid(), name: z.string() });

const content = annotationView.pick({
  label: true,
  segments: true,
  attributes: true,
  note: true,
  confidence: true,
  quote: true,
});

const ofVersion = content.extend({ annotationId: z.uuid(), version: z.int() });

/** A decision in the API, with what the viewer may see of it. */
export const decisionView = z.object({
  id: z.uuid(),
  projectId: z.uuid(),
  articleId: z.uuid(),
  articleTitle: z.string(),
  /** The outlet; null where there is none, or it is hidden from the viewer. */
  source: z.string().nullable(),
  revision: z.int(),
  /** The consensus layer. */
  layerId: z.uuid(),
  offsetUnit: z.enum(offsetUnits),
  start: z.int(),
  end: z.int(),
  quote: z.string(),
  /** Context before and after it from the same paragraph, about a sentence. */
  prefix: z.string(),
  suffix: z.string(),
  kind: z.enum(decisionKinds),
  /**
   * unanimous, majority or confidence; null for people's decisions, and where it would reveal
   * hidden layers.
   */
  rule: z.string().nullable(),
  mergeId: z.uuid().nullable(),
  kinds: z.array(z.enum(unitDisagreementKinds)),
  /** The versions that were decided on, each once, as far as the viewer may see them. */
  versions: z.array(
    z.object({
      /** Who held it; empty where that is hidden. */
      holders: z.array(z.object({ layerId: z.uuid(), author: z.string() })),
      count: z.int(),
      /** Whether the consensus has it, or something made of it. */
      taken: z.boolean(),
      annotations: z.array(ofVersion),
    }),
  ),
  /** How many layers had nothing there; null where that is hidden from the viewer. */
  silent: z.int().nullable(),
  outcome: z.array(ofVersion.extend({ sources: z.array(z.uuid()) })),
  relation: z
    .object({ type: z.string(), from: z.uuid(), to: z.uuid(), isInConsensus: z.boolean() })
    .nullable(),
  openAttributes: z.array(z.string()),
  finalLabels: z.array(z.string()),
  rejectedLabels: z.array(z.string()),
  reasonKey: z.string(),
  reason: z.string(),
  by: person,
  at: z.iso.datetime(),
  /** When it was replaced or revoked, by whom, and by which decision. */
  endedAt: z.iso.datetime().nullable(),
  endedBy: person.nullable(),
  replacedById: z.uuid().nullable(),
});

/** A decision in the API, with what the viewer may see of it. */
export type DecisionView = z.infer<typeof decisionView>;

/** A page of decisions with the offset unit of all positions in it. */
export const decisionListing = listingOf(decisionView).extend({ offsetUnit: z.enum(offsetUnits) });

/** A page of decisions. */
export type DecisionListing = z.infer<typeof decisionListing>;
