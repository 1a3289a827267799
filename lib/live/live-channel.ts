/**
 * The rooms of the live server. Joining one is the permission: whatever is said in a room may be
 * known to everybody in it, so what somebody may not know is never sent to them.
 */
export type LiveChannel =
  /** One person's own work over an article: all their tabs and devices, and nobody else. */
  | { kind: 'own'; articleId: string; userId: string }
  /** Everybody's layers of an article, and who is there: for those who may see others' layers. */
  | { kind: 'layers'; articleId: string }
  /** The settled reading: for those who may see it, though not each other's. */
  | { kind: 'consensus'; articleId: string }
  /** A text that managers prepare together before it is frozen. */
  | { kind: 'draft'; draftId: string }
  /** The guidelines of a project's codebook while they are written. */
  | { kind: 'guidelines'; projectId: string };

/** Rooms with a shared text, which those in it write; the others only carry messages. */
export type TextChannel = Extract<LiveChannel, { kind: 'draft' | 'guidelines' }>;

const uuid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const form = new RegExp(`^(own|layers|consensus|draft|guidelines)/(${uuid})(?:/(${uuid}))?$`);

/** A room's name on the wire. */
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

/** The room of a name; null for what is no name of ours. */
export function channelOf(name: string): LiveChannel | null {
  const [, kind, id, userId] = form.exec(name) ?? [];
  if (kind === undefined || id === undefined) return null;
  if (kind === 'own') return userId === undefined ? null : { kind, articleId: id, userId };
  if (userId !== undefined) return null;
  if (kind === 'draft') return { kind, draftId: id };
  if (kind === 'guidelines') return { kind, projectId: id };
  return kind === 'layers' || kind === 'consensus' ? { kind, articleId: id } : null;
}

/** Whether a room holds a text that those in it write. */
export function isTextChannel(channel: LiveChannel): channel is TextChannel {
  return channel.kind === 'draft' || channel.kind === 'guidelines';
}

/** Whose rights may have changed: a person's everywhere, or everybody's in a project or over an article. */
export type Concerned = { userId?: string; projectId?: string; articleId?: string };

/** What the live servers are told once a deed is on disk. */
export type Announcement =
  /** Something to say in a room; `message` is JSON. */
  | { kind: 'message'; channel: LiveChannel; message: { kind: string } }
  /** Who may be where is to be looked at again: all that is named must fit. */
  | { kind: 'rights'; of: Concerned };

/** What the live server says in a room with a shared text. */
export type TextMessage =
  /** This much of the text is on disk: a mark in Base64 (see shared-state.ts). */
  | { kind: 'saved'; snapshot: string }
  /** What was written last is not taken, and why. */
  | { kind: 'refused'; why: string }
  /** The text was written by a deed that does not go through the room: a Yjs update in Base64. */
  | { kind: 'written'; update: string }
  /** What stands beside the text has changed: read it again. */
  | { kind: 'changed' }
  /** The draft became an article of the same id; nothing more is taken. */
  | { kind: 'locked'; articleId: string; by: { userId: string; name: string } };
