import type { LiveChannel } from './live-channel';

/** Whose rights may have changed: a person's everywhere, or everybody's in a project or over an article. */
export type Concerned = { userId?: string; projectId?: string; articleId?: string };

/** What the live servers are told once a deed is on disk. */
export type Announcement =
  /** Something to say in a room; `message` is JSON. */
  | { kind: 'message'; channel: LiveChannel; message: { kind: string } }
  /** Who may be where is to be looked at again: all that is named must fit. */
  | { kind: 'rights'; of: Concerned };
