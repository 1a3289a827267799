import { listingOf, listingQuery } from '@/lib/page';
import { z } from 'zod';
import type { AgainstUnit } from '@/lib/adjudication/against-consensus';
import { againstView } from '@/lib/adjudication/against-consensus';
import { layerStates } from '@/lib/annotation/layer';
import { offsetUnits } from '@/lib/article/code-points';
import type { Label } from '@/lib/codebook/label';
import { unitOutcomes } from './unit-outcome';

/** Whose annotations: the viewer's own without it; others' are for managers. */
export const whoseQuery = z.object({ user: z.uuid().optional() });

/** Whose annotations. */
export type WhoseQuery = z.infer<typeof whoseQuery>;

/** Which page of whose annotations. */
export const changesQuery = listingQuery.extend(whoseQuery.shape);

/** Which page of whose annotations. */
export type ChangesQuery = z.infer<typeof changesQuery>;

const count = z.int().nonnegative();
const counts = z.object({
  unchanged: count,
  changed: count,
  rejected: count,
  missed: count,
  waiting: count,
});
const person = z.object({ id: z.uuid(), name: z.string() });

const fields = {
  articleId: z.uuid(),
  title: z.string(),
  projectId: z.uuid(),
  /** The author of the annotations. */
  user: person,
  /**
   * The state of the consensus: open while the article is being adjudicated; null where nothing is
   * shown.
   */
  state: z.enum(layerStates).nullable(),
  /** Why nothing is shown; null where something is. */
  reason: z.string().nullable(),
  counts,
};

/**
 * Somebody's layer over an article compared with its consensus: the outcome of each unit, and why.
 */
export const changesView = z.object({
  ...fields,
  offsetUnit: z.enum(offsetUnits),
  units: z.array(againstView.extend({ outcome: z.enum(unitOutcomes) })),
});

/** Somebody's layer over an article compared with its consensus, in the API. */
export type ChangesView = z.infer<typeof changesView>;

/** The same for the page; positions are UTF-16 code units of `text`. */
export type ChangesResult = Omit<ChangesView, 'offsetUnit' | 'units'> & {
  projectName: string;
  text: string;
  /** The labels of the published codebook. */
  labels: readonly Label[];
  units: AgainstUnit[];
};

const changedArticle = z.object({
  articleId: z.uuid(),
  title: z.string(),
  state: z.enum(layerStates),
  /** When something in it was last decided. */
  decidedAt: z.iso.datetime(),
  counts,
});

/** The outcomes of somebody's annotations in an article. */
export type ChangedArticle = z.infer<typeof changedArticle>;

/** A page of the outcomes of somebody's annotations in a project, article by article. */
export const changedArticles = listingOf(changedArticle).extend({
  projectId: z.uuid(),
  user: person,
});

/** A page of the outcomes of somebody's annotations in a project, article by article. */
export type ChangedArticles = z.infer<typeof changedArticles>;
