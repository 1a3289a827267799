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
