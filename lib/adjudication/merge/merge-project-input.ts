import { z } from 'zod';
import { mergeStrategy } from '../merge-strategy';
import { mergeCounts } from './merge-counts';
import { mergeInput } from './merge-input';

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
