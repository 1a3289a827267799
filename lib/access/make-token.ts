import { v7 } from 'uuid';
import { conflict, invalid } from '@/lib/refusal';
import { transaction } from '@/lib/transaction';
import { checkProof } from './check-proof';
import { fingerprint, mintSecret } from './mint-secret';
import { recordSecurityEvent } from './record-security-event';
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
  const { userId } = viewer;
  const { name, scopes } = input;
  await transaction(async (tx) => {
    const hash = fingerprint(token);
    if (!(await insertToken(tx, { id, userId, name, hash, scopes, expiresAt })))
      throw conflict('This id is taken. Nothing was made; choose another id.');
    const details = { tokenId: id, name, scopes, expiresAt: expiresAt?.toISOString() ?? null };
    await recordSecurityEvent(tx, { kind: 'token-made', actorId: userId, userId, details });
  });
  return { id, token };
}
