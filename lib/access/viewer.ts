/** What a personal access token may be used for. `write` does not imply `read`. */
export const scopes = ['read', 'write'] as const;

/** One use a token may be put to. */
export type Scope = (typeof scopes)[number];

/** Who asks: a signed-in person, by session (every scope) or by token (the token's scopes). */
export type Viewer = {
  userId: string;
  name: string;
  email: string;
  scopes: readonly Scope[];
  /** How they showed who they are. */
  by: 'session' | 'token';
  /** The session by which they came; absent for tokens, and for programs of ours. */
  sessionId?: string;
};

/** Whether this viewer's credentials reach as far as `scope`. */
export function reaches(viewer: Viewer, scope: Scope): boolean {
  return viewer.by === 'session' || viewer.scopes.includes(scope);
}
