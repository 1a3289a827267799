import { v7 } from 'uuid';
import { db } from '@/lib/db';
import { conflict, invalid } from '@/lib/refusal';
import { checkProof } from './check-proof';
import { fingerprint, mintSecret } from './mint-secret';
import type { NewTokenView, TokenInput } from './token';
import { insertToken } from './token-store';
import type { Viewer } from './viewer';

/** Makes a personal access token; for sessions whose person has just proved who they are. */
export async function makeToken(viewer: Viewer, input: TokenInput): Promise<NewTokenView> {
  await checkProof(viewer, 'make tokens');
  const expiresAt = input.expiresAt ? new Date(input.expiresAt) : null;
  if (expiresAt !== null && expiresAt.getTime() <= Date.now()) {
    throw invalid('expiresAt', 'The token would already have expired. Choose a time to come.');
  }
  const id = input.id ?? v7();
  const token = mintSecret('plx_');
  const made = await insertToken(db(), {
    id,
    userId: viewer.userId,
    name: input.name,
    hash: fingerprint(token),
    scopes: input.scopes,
    expiresAt,
  });
  if (!made) throw conflict('This id is taken. Nothing was made; choose another id.');
  return { id, token };
}
