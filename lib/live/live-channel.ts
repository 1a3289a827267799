/**
 * The channels of the live server. Joining one is the permission: every subscriber may know
 * whatever is published on it, so a message goes only to channels all of whose subscribers may know
 * it.
 */
export type LiveChannel =
  /** A user's own work over an article: all their tabs and devices, and nobody else. */
  | { kind: 'own'; articleId: string; userId: string }
  /** All layers of an article, and who is there: for those who may see others' layers. */
  | { kind: 'layers'; articleId: string }
  /** The consensus of an article: for those who may see it, but not each other's layers. */
  | { kind: 'consensus'; articleId: string }
  /** A text that managers prepare together before it is locked. */
  | { kind: 'draft'; draftId: string }
  /** The guidelines of a project's codebook while they are edited. */
  | { kind: 'guidelines'; projectId: string };

/** Channels with a shared text, which their subscribers edit; the others only carry messages. */
export type TextChannel = Extract<LiveChannel, { kind: 'draft' | 'guidelines' }>;

const uuid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const form = new RegExp(`^(own|layers|consensus|draft|guidelines)/(${uuid})(?:/(${uuid}))?$`);

/** A channel's name on the wire. */
export function channelName(channel: LiveChannel): string {
  switch (channel.kind) {
    case 'own':
      return `own/${channel.articleId}/${channel.userId}`;
    case 'draft':
      return `draft/${channel.draftId}`;
    case 'guidelines':
      return `guidelines/${channel.projectId}`;
    case 'layers':
    case 'consensus':
      return `${channel.kind}/${channel.articleId}`;
  }
}

/** Parses a channel's name; null where it is none. */
export function channelOf(name: string): LiveChannel | null {
  const [, kind, id, userId] = form.exec(name) ?? [];
  if (kind === undefined || id === undefined) return null;
  if (kind === 'own') return userId === undefined ? null : { kind, articleId: id, userId };
  if (userId !== undefined) return null;
  if (kind === 'draft') return { kind, draftId: id };
  if (kind === 'guidelines') return { kind, projectId: id };
  return kind === 'layers' || kind === 'consensus' ? { kind, articleId: id } : null;
}

/** Whether a channel has a shared text. */
export function isTextChannel(channel: LiveChannel): channel is TextChannel {
  return channel.kind === 'draft' || channel.kind === 'guidelines';
}

/**
 * Whose rights may have changed: those who match every given field (a user everywhere, or everybody
 * in a project or over an article).
 */
export type Concerned = { userId?: string; projectId?: string; articleId?: string };

/** What the live servers are sent after a commit. */
export type Announcement =
  /** A message to publish on a channel; `message` must be JSON. */
  | { kind: 'message'; channel: LiveChannel; message: { kind: string } }
  /** Admissions to channels are to be checked again, for those who match all of `of`. */
  | { kind: 'rights'; of: Concerned };

/** A message of the live server on a channel with a shared text. */
export type TextMessage =
  /** This much of the text is stored: a snapshot in Base64 (see shared-state.ts). */
  | { kind: 'saved'; snapshot: string }
  /** The last edit was refused, and why. */
  | { kind: 'refused'; why: string }
  /** The text was changed by an operation outside of the channel: a Yjs update in Base64. */
  | { kind: 'written'; update: string }
  /** What belongs to the text has changed: reload it. */
  | { kind: 'changed' }
  /** The draft became an article with the same id and takes no more edits. */
  | { kind: 'locked'; articleId: string; by: { userId: string; name: string } };
