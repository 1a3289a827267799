import { listingOf } from '@/lib/page';
import { z } from 'zod';
import { layerStates } from '@/lib/annotation/layer';

const count = z.int().nonnegative();

/** How far an article is resolved. */
export const adjudicationProgress = z.object({
  articleId: z.uuid(),
  title: z.string(),
  /** Layers that are submitted, and those that have begun and are not. */
  submitted: count,
  unsubmitted: count,
  /** The state of the consensus; null where nothing is decided yet. */
  state: z.enum(layerStates).nullable(),
  /** Current decisions on units: of people, of rules, and of rules with open attributes. */
  people: count,
  rules: count,
  attributes: count,
  /**
   * How many units the last merge left to people, and when it was run; null where there was none.
   */
  merge: z.object({ open: count, units: count, at: z.iso.datetime() }).nullable(),
  calibration: z.boolean(),
});

/** How far an article is resolved. */
export type AdjudicationProgress = z.infer<typeof adjudicationProgress>;

/** A page of articles with how far each is resolved. */
export const adjudicationOverview = listingOf(adjudicationProgress);

/** A page of articles with how far each is resolved. */
export type AdjudicationOverview = z.infer<typeof adjudicationOverview>;
