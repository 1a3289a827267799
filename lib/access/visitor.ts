import type { Credential } from './credential';
import { fingerprint } from './mint-secret';
import type { Viewer } from './viewer';
import { viewerOfToken } from './viewer-of-token';

/** Somebody we know, and by what we know them. */
export type Visitor = { viewer: Viewer; credential: Credential };

/** Who holds this personal access token; null for nobody. */
export async function visitorOfToken(secret: string): Promise<Visitor | null> {
  const viewer = await viewerOfToken(secret);
  if (viewer === null) return null;
  return { viewer, credential: { by: 'token', userId: viewer.userId, hash: fingerprint(secret) } };
}

/** Who comes with this Authorization header; null where it is not a bearer's, or names nobody. */
export async function visitorOfBearer(authorization: string): Promise<Visitor | null> {
  const secret = /^Bearer ([\w-]{1,200})$/.exec(authorization)?.[1];
  return secret === undefined ? null : visitorOfToken(secret);
}
