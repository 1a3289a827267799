import type { AgainstUnit } from '@/lib/adjudication/against-consensus';
import { againstView } from '@/lib/adjudication/against-consensus';
import { z } from 'zod';
import { listingOf, listingQuery } from '@/lib/access/listing';
import { layerStates } from '@/lib/annotation/layer';
import { offsetUnits } from '@/lib/article/code-points';
import type { Label } from '@/lib/codebook/label';
import { unitOutcomes } from './unit-outcome';

/** Whose work: one’s own without it; others’ are for managers. */
export const whoseQuery = z.object({ user: z.uuid().optional() });

/** Whose work. */
export type WhoseQuery = z.infer<typeof whoseQuery>;

/** Which page of whose work. */
export const changesQuery = listingQuery.extend(whoseQuery.shape);

/** Which page of whose work. */
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
  /** Whose work it is. */
  user: person,
  /** Of the consensus: open while the article is being settled; null where nothing is shown. */
  state: z.enum(layerStates).nullable(),
  /** Why nothing is shown; null where something is. */
  reason: z.string().nullable(),
  counts,
};

/** Somebody’s reading of an article beside its consensus: what became of it, place by place, and why. */
export const changesView = z.object({
  ...fields,
  offsetUnit: z.enum(offsetUnits),
  units: z.array(againstView.extend({ outcome: z.enum(unitOutcomes) })),
});

/** Somebody’s reading of an article beside its consensus, as the API tells it. */
export type ChangesView = z.infer<typeof changesView>;

/** The same as the page shows it; positions are UTF-16 code units of `text`. */
export type ChangesResult = Omit<ChangesView, 'offsetUnit' | 'units'> & {
  projectName: string;
  text: string;
  /** Of the codebook as published now. */
  labels: readonly Label[];
  units: AgainstUnit[];
};

const changedArticle = z.object({
  articleId: z.uuid(),
  title: z.string(),
  state: z.enum(layerStates),
  /** When something of it was last decided. */
  decidedAt: z.iso.datetime(),
  counts,
});

/** What became of somebody’s work in an article. */
export type ChangedArticle = z.infer<typeof changedArticle>;

/** A page of what became of somebody’s work in a project, article by article. */
export const changedArticles = listingOf(changedArticle).extend({
  projectId: z.uuid(),
  user: person,
});

/** A page of what became of somebody’s work in a project, article by article. */
export type ChangedArticles = z.infer<typeof changedArticles>;
