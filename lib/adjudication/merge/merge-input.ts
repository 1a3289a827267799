import { z } from 'zod';
import { mergeStrategy } from '../merge-strategy';
import { listingOf } from '@/lib/access/listing';
import { mergeCounts } from './merge-counts';

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
