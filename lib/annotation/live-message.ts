import { z } from 'zod';
import type { Annotation } from './annotation';
import type { VisibleLayer } from './article-workspace';

/** Where a user is in the text. Positions are UTF-16 code units of the revision. */
const whereabouts = z.strictObject({
  revisionId: z.uuid(),
  /** Position that they are reading at; null where it is not known. */
  at: z.int().min(0).max(10_000_000).nullable(),
  /** Their selection; empty for none. */
  selection: z
    .array(z.strictObject({ start: z.int().min(0), end: z.int().min(0).max(10_000_000) }))
    .max(20),
});

/** Where a user is in the text. */
type Whereabouts = z.infer<typeof whereabouts>;

/** What a page sends on the user's own channel: where they are; repeated at least every 20 s. */
export const pageMessage = z.strictObject({ kind: z.literal('here'), ...whereabouts.shape });

/** What a page sends on the user's own channel. */
export type PageMessage = z.infer<typeof pageMessage>;

/** A page that shows an article, with its user. */
export type Presence = Whereabouts & {
  /** Id of the page: one user may have several open. */
  pageId: string;
  userId: string;
  name: string;
};

/**
 * Changes in one layer that were committed together. Some were missed where `before` is more than
 * the events known so far, or where fewer are listed than `eventCount - before`: then the layer has
 * to be reloaded.
 */
export type ChangesMessage = {
  kind: 'changes';
  layerId: string;
  /** Number of events of the layer before these. */
  before: number;
  eventCount: number;
  offsetUnit: 'utf-16';
  put: Annotation[];
  removed: { id: string; version: number }[];
};

/** A message of the live server on a channel of an article. */
export type ArticleMessage =
  | ChangesMessage
  /** A layer was created, submitted or reopened. */
  | { kind: 'layer'; layer: VisibleLayer }
  /** Everybody who is at the article; sent to a page that joins. */
  | { kind: 'people'; people: Presence[] }
  /** Somebody joined or moved. */
  | { kind: 'person'; person: Presence }
  /** A page was closed. */
  | { kind: 'left'; pageId: string }
  /** The discussion that subscribers of this channel may see has changed: reload it. */
  | { kind: 'threads' }
  /** A decision on the article was made or withdrawn: reload the decisions. */
  | { kind: 'decisions' }
  /** What the user may see or do here may have changed: reload the workspace. */
  | { kind: 'rights' }
  /** Messages may have been missed: reload. */
  | { kind: 'reread' };
