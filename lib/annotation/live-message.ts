import { z } from 'zod';
import type { Annotation } from './annotation';
import type { VisibleLayer } from './article-workspace';

/** Where somebody is in the text. Positions are UTF-16 code units of the revision. */
const whereabouts = z.strictObject({
  revisionId: z.uuid(),
  /** Where they read: a position in the text; null where that is not known. */
  at: z.int().min(0).max(10_000_000).nullable(),
  /** What they have selected; empty for nothing. */
  selection: z
    .array(z.strictObject({ start: z.int().min(0), end: z.int().min(0).max(10_000_000) }))
    .max(20),
});

/** Where somebody is in the text. */
type Whereabouts = z.infer<typeof whereabouts>;

/** What a page tells the live server in the person's own room: where they are; again at least every 20 s. */
export const pageMessage = z.strictObject({ kind: z.literal('here'), ...whereabouts.shape });

/** What a page tells the live server. */
export type PageMessage = z.infer<typeof pageMessage>;

/** Somebody who is at an article. */
export type Presence = Whereabouts & {
  /** Of their page: one person may have several. */
  pageId: string;
  userId: string;
  name: string;
};

/**
 * Deeds in one layer, as they were committed together. Some were missed where `before` is more than
 * is known, or where fewer are told than `deedCount - before`: then the layer is to be read again.
 */
export type ChangesMessage = {
  kind: 'changes';
  layerId: string;
  /** How many deeds the layer had before these. */
  before: number;
  eventCount: number;
  offsetUnit: 'utf-16';
  put: Annotation[];
  removed: { id: string; version: number }[];
};

/** What the live server says in the rooms of an article. */
export type ArticleMessage =
  | ChangesMessage
  /** A layer was opened, submitted, or opened again. */
  | { kind: 'layer'; layer: VisibleLayer }
  /** Everybody who is at the article: when one joins. */
  | { kind: 'people'; people: Presence[] }
  /** Somebody came or moved. */
  | { kind: 'person'; person: Presence }
  /** A page was left. */
  | { kind: 'left'; pageId: string }
  /** The discussion that is open to those in the room has changed: read it again. */
  | { kind: 'threads' }
  /** Something of the article was settled, or is open again: read the decisions again. */
  | { kind: 'decisions' }
  /** What one may see or do here may have changed: read the desk again. */
  | { kind: 'rights' }
  /** Something may have been missed: read again. */
  | { kind: 'reread' };
