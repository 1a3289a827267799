import { z } from 'zod';
import { listingOf } from '@/lib/access/listing';
import { layerStates } from '@/lib/annotation/layer';

const count = z.int().nonnegative();

/** How far an article is settled. */
export const adjudicationProgress = z.object({
  articleId: z.uuid(),
  title: z.string(),
  /** Readings that are submitted, and those that have begun and are not. */
  submitted: count,
  unsubmitted: count,
  /** Of the consensus; null where nothing is settled yet. */
  state: z.enum(layerStates).nullable(),
  /** Standing decisions on places: of people, of rules, and of rules with attributes left open. */
  people: count,
  rules: count,
  attributes: count,
  /** How many places the last merge left to people, and when it was run; null where none was. */
  merge: z.object({ open: count, units: count, at: z.iso.datetime() }).nullable(),
  calibration: z.boolean(),
});

/** How far an article is settled. */
export type AdjudicationProgress = z.infer<typeof adjudicationProgress>;

/** A page of articles with how far each is settled. */
export const adjudicationOverview = listingOf(adjudicationProgress);

/** A page of articles with how far each is settled. */
export type AdjudicationOverview = z.infer<typeof adjudicationOverview>;
