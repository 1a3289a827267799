import { listingOf } from '@/lib/page';
import { z } from 'zod';

/**
 * The boundaries of a majority's annotation. exact: only where most have the same to the character.
 * union: everything that any of them covers. intersection: what all of them cover. characters: what
 * more than half of them cover. central: those of the annotation that is most similar to the
 * others.
 */
export const boundaryRules = ['exact', 'union', 'intersection', 'characters', 'central'] as const;

/** The boundaries of a majority's annotation. */
export type BoundaryRule = (typeof boundaryRules)[number];

/**
 * What a merge may resolve by itself. What all layers agree on is always taken. `majority`: also a
 * label that more than half of the layers have, with the boundaries that `boundary` selects; null
 * leaves all others to people. `confidence`: how stated confidence counts; null ignores it.
 */
export const mergeStrategy = z.strictObject({
  majority: z.strictObject({ boundary: z.enum(boundaryRules) }).nullable(),
  confidence: z
    .strictObject({
      /**
       * 0 to 1: the minimum of the mean confidence that the holders of a version state; a version
       * without any stated confidence does not reach it.
       */
      least: z.number().min(0).max(1),
      /**
       * require: nothing is taken that does not reach the minimum. decide: where the other rules
       * decide nothing, the only version that reaches it is taken.
       */
      use: z.enum(['require', 'decide']),
    })
    .nullable(),
});

/** What a merge may resolve by itself. */
export type MergeStrategy = z.infer<typeof mergeStrategy>;

/** The default strategy: only what is not in dispute. */
export const cautious: MergeStrategy = { majority: null, confidence: null };

const count = z.int().nonnegative();

/** How many units a merge found, and what became of them. */
export const mergeCounts = z.object({
  units: count,
  /** Resolved by each rule, as after the merge. */
  unanimous: count,
  majority: count,
  confidence: count,
  /** Of those, resolved but for attributes on which there is a tie. */
  attributes: count,
  /** Left to people, since no rule resolves them. */
  open: count,
  /** Decided by people, and left as they are. */
  people: count,
  /** Of those, with annotations that have changed since: to be reviewed. */
  changed: count,
  /** Annotations that rules add to the consensus, change and remove. */
  added: count,
  rewritten: count,
  removed: count,
});

/** How many units a merge found, and what became of them. */
export type MergeCounts = z.infer<typeof mergeCounts>;

/** All counts 0. */
export const noMergeCounts: MergeCounts = {
  units: 0,
  unanimous: 0,
  majority: 0,
  confidence: 0,
  attributes: 0,
  open: 0,
  people: 0,
  changed: 0,
  added: 0,
  rewritten: 0,
  removed: 0,
};

/** The counts of several articles together. */
export function addCounts(one: MergeCounts, other: MergeCounts): MergeCounts {
  const sum = { ...one };
  for (const name of Object.keys(noMergeCounts) as (keyof MergeCounts)[]) sum[name] += other[name];
  return sum;
}

/** The request for a merge: its strategy, and whether it is only a preview. */
export const mergeInput = z.strictObject({
  /** The project's strategy without it. */
  strategy: mergeStrategy.optional(),
  preview: z.boolean().default(false),
});

/** The request for a merge. */
export type MergeInput = z.infer<typeof mergeInput>;

/** One run of a merge as it is stored. */
export const mergeRun = z.object({
  id: z.uuid(),
  strategy: mergeStrategy,
  counts: mergeCounts,
  by: z.object({ id: z.uuid(), name: z.string() }),
  at: z.iso.datetime(),
});

/** One run of a merge as it is stored. */
export type MergeRun = z.infer<typeof mergeRun>;

/** A page of the runs over an article. */
export const mergeListing = listingOf(mergeRun);

/** A page of the runs over an article. */
export type MergeListing = z.infer<typeof mergeListing>;

/** One run or preview of a merge. */
export const mergeView = z.object({
  /** null for a preview. */
  mergeId: z.uuid().nullable(),
  articleId: z.uuid(),
  strategy: mergeStrategy,
  counts: mergeCounts,
});

/** One run or preview of a merge. */
export type MergeView = z.infer<typeof mergeView>;

/**
 * The request for a merge of many articles; without `articles` of every one that has submissions.
 */
export const mergeProjectInput = mergeInput.extend({
  articles: z.array(z.uuid().toLowerCase()).min(1).max(10_000).optional(),
});

/** The request for a merge of many articles. */
export type MergeProjectInput = z.infer<typeof mergeProjectInput>;

/** The number of merged articles, their counts together, and the skipped articles with reasons. */
export const mergeProjectView = z.object({
  projectId: z.uuid(),
  strategy: mergeStrategy,
  preview: z.boolean(),
  articles: z.int().nonnegative(),
  counts: mergeCounts,
  leftAlone: z.array(z.object({ articleId: z.uuid(), title: z.string(), reason: z.string() })),
});

/** The result of a merge of many articles. */
export type MergeProjectView = z.infer<typeof mergeProjectView>;
