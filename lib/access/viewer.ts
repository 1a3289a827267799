/** What a personal access token may be used for. `write` does not imply `read`. */
export const scopes = ['read', 'write'] as const;

/** One scope of a token. */
export type Scope = (typeof scopes)[number];

/** The authenticated person of a request: by session (every scope) or by token (the token's scopes). */
export type Viewer = {
  userId: string;
  name: string;
  email: string;
  scopes: readonly Scope[];
  /** How they authenticated. */
  by: 'session' | 'token';
  /** The id of the session; absent for tokens and for server commands. */
  sessionId?: string;
};

/** Whether this viewer's credentials include `scope`. */
export function reaches(viewer: Viewer, scope: Scope): boolean {
  return viewer.by === 'session' || viewer.scopes.includes(scope);
}
