import { z } from 'zod';
import { listingOf } from '@/lib/access/listing';

/**
 * Where a majority's annotation begins and ends. exact: only where most have it to the character.
 * union: all that any of them marks. intersection: what all of them mark. characters: what more than
 * half of them mark. central: as the one whose mark is most like those of the others has it.
 */
export const boundaryRules = ['exact', 'union', 'intersection', 'characters', 'central'] as const;

/** Where a majority's annotation begins and ends. */
export type BoundaryRule = (typeof boundaryRules)[number];

/**
 * What a merge may settle by itself. What all readings say alike is always taken. `majority`: also a
 * label that more than half of the readings give, within the bounds that `boundary` names; null leaves
 * all others to people. `confidence`: see `confidenceUses`; null does not ask.
 */
export const mergeStrategy = z.strictObject({
  majority: z.strictObject({ boundary: z.enum(boundaryRules) }).nullable(),
  confidence: z
    .strictObject({
      /** 0 to 1: the mean of what is stated by those who made a version; of those who state none nothing is known. */
      least: z.number().min(0).max(1),
      /**
       * require: nothing is taken whose makers do not say that they are so sure. decide: beside the
       * other rules, the one version whose makers are so sure is taken, where those of no other are.
       */
      use: z.enum(['require', 'decide']),
    })
    .nullable(),
});

/** What a merge may settle by itself. */
export type MergeStrategy = z.infer<typeof mergeStrategy>;

/** What is proposed first: only what is not in dispute. */
export const cautious: MergeStrategy = { majority: null, confidence: null };

const count = z.int().nonnegative();

/** How many units a merge found, and what became of them. */
export const mergeCounts = z.object({
  units: count,
  /** Settled by each rule, as it stands after the merge. */
  unanimous: count,
  majority: count,
  confidence: count,
  /** Of those, settled but for attributes on which there is a tie. */
  attributes: count,
  /** Left to people, since no rule settles them. */
  open: count,
  /** Decided by people, and left as they are. */
  people: count,
  /** Of those, with something said now that was not said then: to be looked at again. */
  changed: count,
  /** Annotations that rules add to the consensus, change and take out of it. */
  added: count,
  rewritten: count,
  removed: count,
});

/** How many units a merge found, and what became of them. */
export type MergeCounts = z.infer<typeof mergeCounts>;

/** Counts before anything is counted. */
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

/** What a merge is asked to do: by which strategy, and whether only to say what it would do. */
export const mergeInput = z.strictObject({
  /** Without it, what the project’s rules propose. */
  strategy: mergeStrategy.optional(),
  preview: z.boolean().default(false),
});

/** What a merge is asked to do. */
export type MergeInput = z.infer<typeof mergeInput>;

/** One run of a merge as it is kept. */
export const mergeRun = z.object({
  id: z.uuid(),
  strategy: mergeStrategy,
  counts: mergeCounts,
  by: z.object({ id: z.uuid(), name: z.string() }),
  at: z.iso.datetime(),
});

/** One run of a merge as it is kept. */
export type MergeRun = z.infer<typeof mergeRun>;

/** A page of the runs over an article. */
export const mergeListing = listingOf(mergeRun);

/** A page of the runs over an article. */
export type MergeListing = z.infer<typeof mergeListing>;

/** One run of a merge, or what one would do. */
export const mergeView = z.object({
  /** null where it was only looked at. */
  mergeId: z.uuid().nullable(),
  articleId: z.uuid(),
  strategy: mergeStrategy,
  counts: mergeCounts,
});

/** One run of a merge. */
export type MergeView = z.infer<typeof mergeView>;

/** What a merge of many articles is asked to do: the same in each; without `articles` in every one that has submitted readings. */
export const mergeProjectInput = mergeInput.extend({
  articles: z.array(z.uuid().toLowerCase()).min(1).max(10_000).optional(),
});

/** What a merge of many articles is asked to do. */
export type MergeProjectInput = z.infer<typeof mergeProjectInput>;

/** What became of the articles, their counts together, and those that were left alone, with why. */
export const mergeProjectView = z.object({
  projectId: z.uuid(),
  strategy: mergeStrategy,
  preview: z.boolean(),
  articles: z.int().nonnegative(),
  counts: mergeCounts,
  leftAlone: z.array(z.object({ articleId: z.uuid(), title: z.string(), reason: z.string() })),
});

/** What became of the articles of a merge. */
export type MergeProjectView = z.infer<typeof mergeProjectView>;
