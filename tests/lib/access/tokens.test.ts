import { describe, expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import { newTokenView, tokenInput, tokenView } from '@/lib/access/token';
import { listTokens, makeToken, revokeToken } from '@/lib/access/tokens';
import { viewerOfToken } from '@/lib/access/visitor';
import { db } from '@/lib/db';
import { aPerson } from '@/tests/builders/a-person';
import { refused } from '@/tests/builders/refused';
import { signedIn } from '@/tests/builders/signed-in';

describe('make token', () => {
  const reading = { name: 'Export', scopes: ['read' as const] };

  test('refuses a token of any scope, and who has not proved themselves for long', async () => {
    const ada = await signedIn(await aPerson());
    const token = { ...ada, by: 'token' as const };
    expect(await refused(makeToken(token, reading))).toMatchObject({ reason: 'forbidden' });
    await db().session.update({
      where: { id: ada.sessionId ?? '' },
      data: { provedAt: new Date(0) },
    });
    expect(await refused(makeToken(ada, reading))).toMatchObject({ type: 'proof-needed' });
    expect(await db().accessToken.count()).toBe(0);
  });

  test('creates a token that is shown only once, and stores its fingerprint', async () => {
    const ada = await aPerson();
    const { id, token } = await makeToken(await signedIn(ada), reading);
    expect(token).toMatch(/^plx_/);
    const row = await db().accessToken.findUniqueOrThrow({ where: { id } });
    expect(JSON.stringify(row)).not.toContain(token);
    expect(await viewerOfToken(token)).toMatchObject({
      userId: ada.userId,
      by: 'token',
      scopes: ['read'],
    });
  });

  test('refuses a time that has passed and an id that is taken', async () => {
    const ada = await aPerson();
    const expiresAt = new Date(Date.now() - 1000).toISOString();
    const late = await refused(makeToken(await signedIn(ada), { ...reading, expiresAt }));
    expect(late).toMatchObject({ reason: 'invalid', faults: [{ path: 'expiresAt' }] });
    const id = v7();
    expect((await makeToken(await signedIn(ada), { ...reading, id })).id).toBe(id);
    expect(await refused(makeToken(await signedIn(ada), { ...reading, id }))).toMatchObject({
      reason: 'conflict',
    });
  });
});

describe('list tokens', () => {
  test("refuses a token; a session lists one's own tokens and nobody else's", async () => {
    const [ada, ben] = [await signedIn(await aPerson()), await signedIn(await aPerson())];
    const { id } = await makeToken(ada, { name: 'Export', scopes: ['read'] });
    await makeToken(ben, { name: 'His', scopes: ['read'] });
    expect(await refused(listTokens({ ...ada, by: 'token' }))).toMatchObject({
      reason: 'forbidden',
    });
    expect(await listTokens(ada)).toMatchObject([{ id, name: 'Export', expiresAt: null }]);
  });
});

describe('revoke token', () => {
  test("refuses a token, and somebody else's; one's own ends at once", async () => {
    const [ada, eve] = [await aPerson(), await aPerson()];
    const { id, token } = await makeToken(await signedIn(ada), {
      name: 'Export',
      scopes: ['read'],
    });
    expect(await viewerOfToken(token)).not.toBeNull();
    expect(await refused(revokeToken({ ...ada, by: 'token' }, id))).toMatchObject({
      reason: 'forbidden',
    });
    expect(await refused(revokeToken(ada, id))).toMatchObject({ type: 'proof-needed' });
    expect(await refused(revokeToken(await signedIn(eve), id))).toMatchObject({ reason: 'absent' });
    expect(await viewerOfToken(token)).not.toBeNull();
    await revokeToken(await signedIn(ada), id);
    expect(await viewerOfToken(token)).toBeNull();
    expect(await refused(revokeToken(await signedIn(ada), id))).toMatchObject({ reason: 'absent' });
  });
});

describe('token', () => {
  test('scopes come in one order, each once', () => {
    const sent = { name: ' Export ', scopes: ['write', 'read', 'write'] };
    expect(tokenInput.parse(sent)).toEqual({ name: 'Export', scopes: ['read', 'write'] });
  });

  test.each([
    { name: 'x', scopes: [] },
    { name: 'x', scopes: ['admin'] },
    { name: '', scopes: ['read'] },
    { name: 'x', scopes: ['read'], expiresAt: 'tomorrow' },
    { name: 'x', scopes: ['read'], id: '7' },
    { name: 'x', scopes: ['read'], userId: '0198c0de-0000-7000-8000-000000000001' },
  ])('%j is refused', (sent) => {
    expect(tokenInput.safeParse(sent).success).toBe(false);
  });

  test('a time with any offset is taken, and none', () => {
    const at = (expiresAt: string | null) =>
      tokenInput.safeParse({ name: 'x', scopes: ['read'], expiresAt }).success;
    expect(at('2030-01-01T00:00:00+02:00')).toBe(true);
    expect(at(null)).toBe(true);
  });

  test('only the answer that makes a token has its secret', () => {
    const view = { id: '0198c0de-0000-7000-8000-000000000001', token: 'plx_x' };
    expect(newTokenView.parse(view)).toEqual(view);
    expect(Object.keys(tokenView.shape)).not.toContain('token');
    expect(Object.keys(tokenView.shape)).not.toContain('hash');
  });
});
