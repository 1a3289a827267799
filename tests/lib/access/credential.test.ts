import { expect, test } from '@jest/globals';
import type { Credential } from '@/lib/access/credential';
import { credentialKey } from '@/lib/access/credential';

const session: Credential = { by: 'session', userId: 'ada', sessionId: 'one' };

test('a key tells sessions and tokens apart', () => {
  const all: Credential[] = [
    session,
    { ...session, sessionId: 'two' },
    { ...session, userId: 'ben' },
    { by: 'token', userId: 'ada', hash: 'abc' },
    { by: 'token', userId: 'ada', hash: 'abd' },
  ];
  expect(new Set(all.map(credentialKey)).size).toBe(all.length);
  expect(credentialKey({ ...session })).toBe(credentialKey(session));
});
