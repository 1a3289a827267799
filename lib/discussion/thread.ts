import { listingOf, listingQuery } from '@/lib/page';
import { z } from 'zod';
import type { PositionIndex } from '@/lib/article/code-points';
import { offsetUnits } from '@/lib/article/code-points';
import type { Segment } from '@/lib/article/segment';
import { segmentsFrom } from '@/lib/annotation/positions';
import { anchorOf, isQuoteOf, quoteOf, toSpan } from '@/lib/annotation/span';
import type { Fault } from '@/lib/refusal';
import { commentInput, commentView, discussionId } from './comment';

/** The states of a thread: open until somebody resolves it. */
const threadStates = ['open', 'resolved'] as const;

/** One of `threadStates`. */
export type ThreadState = (typeof threadStates)[number];

const segment = z.object({ start: z.int(), end: z.int() });

/**
 * A new thread as clients send it: its place, which is an annotation or segments in `offsetUnit` of
 * the revision that the viewer reads, and its first comment.
 */
export const threadInput = z
  .strictObject({
    articleId: z.uuid(),
    annotationId: discussionId.optional(),
    segments: z
      .array(z.strictObject(segment.shape))
      .min(1, 'A passage needs at least one segment.')
      .max(1000, 'A passage has at most 1,000 segments.')
      .optional(),
    offsetUnit: z.enum(offsetUnits).default('code-point'),
    quote: z.string().max(1_000_000).optional(),
    comment: commentInput.extend({ id: discussionId.optional() }),
  })
  .refine(
    ({ annotationId, segments }) => (annotationId === undefined) !== (segments === undefined),
    {
      path: ['segments'],
      message: 'A thread needs either an annotation or the segments of a passage, not both.',
    },
  )
  .meta({
    examples: [
      {
        articleId: '01890a5d-ac96-774b-bcce-b302099a8057',
        segments: [{ start: 0, end: 12 }],
        comment: { body: 'Is this fair?' },
      },
    ],
  });

/** A new thread as clients send it. */
export type ThreadInput = z.infer<typeof threadInput>;

/** A change of a thread: its state. */
export const threadChange = z.strictObject({ state: z.enum(threadStates) });

/** The query of the list of an article's threads. */
export const threadsQuery = listingQuery.extend({
  offsetUnit: z.enum(offsetUnits).default('code-point'),
  annotationId: discussionId.optional(),
  state: z.enum(threadStates).optional(),
});

/** The query of the list of an article's threads. */
export type ThreadsQuery = z.infer<typeof threadsQuery>;

const person = z.object({ id: z.uuid(), name: z.string() });

/** A thread as the API returns it to one viewer, with the comments that they may read, oldest first. */
export const threadView = z.object({
  id: z.uuid(),
  articleId: z.uuid(),
  /** The number of the article's revision that its positions belong to. */
  revision: z.int(),
  /** null for a thread on a passage. The annotation may have been deleted since. */
  annotationId: z.uuid().nullable(),
  /** The passage; for an annotation, the segments it had when the thread was started. */
  segments: z.array(segment),
  offsetUnit: z.enum(offsetUnits),
  quote: z.string(),
  prefix: z.string(),
  suffix: z.string(),
  state: z.enum(threadStates),
  resolvedAt: z.iso.datetime().nullable(),
  resolvedBy: person.nullable(),
  /** The times of the first comment and of the last event that this viewer may know. */
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  comments: z.array(commentView),
});

/** A thread as the API returns it. */
export type ThreadView = z.infer<typeof threadView>;

/** A page of threads with the unit of all its positions. */
export const threadListing = listingOf(threadView).extend({ offsetUnit: z.enum(offsetUnits) });

/** A page of threads. */
export type ThreadListing = z.infer<typeof threadListing>;

/** The passage of a thread, in UTF-16 code units, with its quote and anchor. */
export type Passage = { segments: Segment[]; quote: string; prefix: string; suffix: string };

/** The fault of a quote that does not match the text of the passage; none where `isThere`. */
export function quoteFaults(passage: Passage, isThere: boolean): Fault[] {
  if (isThere) return [];
  const reads = passage.quote.slice(0, 200);
  return [
    { path: 'quote', message: `The text there reads “${reads}”, not what was sent as its quote.` },
  ];
}

/**
 * The passage that clients sent, checked and trimmed as an annotation's span is; or its faults by path.
 *
 * @param index converts from the unit of `segments`.
 */
export function passageOf(
  text: string,
  index: PositionIndex,
  { segments, quote }: { segments: readonly Segment[]; quote?: string | undefined },
): { passage: Passage } | { faults: Fault[] } {
  const sent = segmentsFrom(index, segments);
  if ('faults' in sent) return sent;
  const placing = toSpan(text, sent.segments);
  if ('faults' in placing) return placing;
  const { span } = placing;
  const passage = { segments: span, quote: quoteOf(text, span), ...anchorOf(text, span) };
  const isThere = (where: Segment[]) => quote === undefined || isQuoteOf(text, where, quote);
  const faults = quoteFaults(passage, isThere(span) || isThere(sent.segments));
  return faults.length > 0 ? { faults } : { passage };
}
