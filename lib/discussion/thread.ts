import { z } from 'zod';
import { listingOf, listingQuery } from '@/lib/access/listing';
import type { PositionIndex } from '@/lib/article/code-points';
import { offsetUnits } from '@/lib/article/code-points';
import type { Segment } from '@/lib/article/segment';
import { segmentsFrom } from '@/lib/annotation/positions';
import { anchorOf, isQuoteOf, quoteOf, toSpan } from '@/lib/annotation/span';
import type { Fault } from '@/lib/refusal';
import { commentInput, commentView, discussionId } from './comment';

/** A thread is open until somebody says that it is settled. */
const threadStates = ['open', 'resolved'] as const;

/** Whether a thread is settled. */
export type ThreadState = (typeof threadStates)[number];

const segment = z.object({ start: z.int(), end: z.int() });

/**
 * What begins a thread: where it hangs (an annotation, or a passage in the unit that it names) and
 * its first comment. The passage is one of the text that the asking person reads.
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
      message: 'A thread hangs either on an annotation or on the segments of a passage.',
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

/** What begins a thread. */
export type ThreadInput = z.infer<typeof threadInput>;

/** What of a thread can be changed. */
export const threadChange = z.strictObject({ state: z.enum(threadStates) });

/** Which threads over an article are asked for. */
export const threadsQuery = listingQuery.extend({
  offsetUnit: z.enum(offsetUnits).default('code-point'),
  annotationId: discussionId.optional(),
  state: z.enum(threadStates).optional(),
});

/** Which threads over an article are asked for. */
export type ThreadsQuery = z.infer<typeof threadsQuery>;

const person = z.object({ id: z.uuid(), name: z.string() });

/** A thread as the API tells it to one person: with the comments that they may read, in their order. */
export const threadView = z.object({
  id: z.uuid(),
  articleId: z.uuid(),
  /** The number of the article's revision that its positions belong to. */
  revision: z.int(),
  /** null: it hangs on a passage. The annotation may have been removed since. */
  annotationId: z.uuid().nullable(),
  /** The passage; of an annotation, what it covered when the thread began. */
  segments: z.array(segment),
  offsetUnit: z.enum(offsetUnits),
  quote: z.string(),
  prefix: z.string(),
  suffix: z.string(),
  state: z.enum(threadStates),
  resolvedAt: z.iso.datetime().nullable(),
  resolvedBy: person.nullable(),
  /** Of the first comment, and of the last thing that happened, as far as this person may know. */
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  comments: z.array(commentView),
});

/** A thread as the API tells it. */
export type ThreadView = z.infer<typeof threadView>;

/** A page of threads with the unit of all positions in it. */
export const threadListing = listingOf(threadView).extend({ offsetUnit: z.enum(offsetUnits) });

/** A page of threads. */
export type ThreadListing = z.infer<typeof threadListing>;

/** Where a thread hangs in a text, in UTF-16 code units, with quote and anchor. */
export type Passage = { segments: Segment[]; quote: string; prefix: string; suffix: string };

/** What was sent as the quote does not stand there. */
export function quoteFaults(passage: Passage, isThere: boolean): Fault[] {
  if (isThere) return [];
  const reads = passage.quote.slice(0, 200);
  return [
    { path: 'quote', message: `The text there reads “${reads}”, not what was sent as its quote.` },
  ];
}

/** The passage that was sent, checked as an annotation's span is; or what does not hold, by path. */
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
