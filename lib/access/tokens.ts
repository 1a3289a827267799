import { v7 } from 'uuid';
import { db } from '@/lib/db';
import { absent, conflict, forbidden, invalid } from '@/lib/refusal';
import { transaction } from '@/lib/transaction';
import { forgetEverywhere } from './known-viewers';
import { checkProof } from './proof';
import { fingerprint, mintSecret } from './secret';
import { recordSecurityEvent } from './security-events';
import type { NewTokenView, TokenInput, TokenView } from './token';
import { findTokens, insertToken, revoke } from './token-store';
import type { Viewer } from './viewer';

/**
 * Creates a personal access token of the viewer.
 *
 * @throws {Refusal} `forbidden` without a fresh proof of identity; `invalid` if it would already have
 * expired; `conflict` if the id is taken.
 */
export async function makeToken(viewer: Viewer, input: TokenInput): Promise<NewTokenView> {
  await checkProof(viewer, 'make tokens');
  const expiresAt = input.expiresAt ? new Date(input.expiresAt) : null;
  if (expiresAt !== null && expiresAt.getTime() <= Date.now()) {
    throw invalid(
      'expiresAt',
      'The token would have expired already. Choose a time in the future.',
    );
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

/**
 * The viewer's tokens that are not revoked, newest first.
 *
 * @throws {Refusal} `forbidden` for a token.
 */
export async function listTokens(viewer: Viewer): Promise<TokenView[]> {
  if (viewer.by !== 'session') throw forbidden('A token cannot list tokens. Sign in to do it.');
  return findTokens(db(), viewer.userId);
}

/**
 * Revokes one of the viewer's tokens at once.
 *
 * @throws {Refusal} `forbidden` without a fresh proof of identity; `absent` if there is no such token.
 */
export async function revokeToken(viewer: Viewer, tokenId: string): Promise<void> {
  await checkProof(viewer, 'revoke tokens');
  const { userId } = viewer;
  await transaction(async (tx) => {
    if (!(await revoke(tx, userId, tokenId))) throw absent('token');
    const details = { tokenId };
    await recordSecurityEvent(tx, { kind: 'token-revoked', actorId: userId, userId, details });
  });
  forgetEverywhere(userId);
}
