import { db } from '@/lib/db';
import { knownViewer } from './known-viewers';
import { fingerprint } from './mint-secret';
import { findBearer } from './token-store';
import type { Viewer } from './viewer';

/** Who holds this personal access token; null when it is none, has expired or was revoked. */
export async function viewerOfToken(secret: string): Promise<Viewer | null> {
  if (!secret.startsWith('plx_')) return null;
  const hash = fingerprint(secret);
  return knownViewer(hash, async () => {
    const bearer = await findBearer(db(), hash, new Date());
    return (
      bearer && {
        userId: bearer.userId,
        name: bearer.name,
        email: bearer.email,
        scopes: bearer.scopes,
        by: 'token',
      }
    );
  });
}
