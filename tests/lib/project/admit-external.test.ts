import { expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import { db } from '@/lib/db';
import { acceptInvitation } from '@/lib/project/accept-invitation';
import { admitExternal, externalIdentity } from '@/lib/project/admit-external';
import { invite } from '@/lib/project/invitations';
import { aPerson } from '@/tests/builders/a-person';
import { aProject } from '@/tests/builders/a-project';
import { aSecondFactor } from '@/tests/builders/a-second-factor';
import { refused } from '@/tests/builders/refused';

const secret = 'a secret of the tests alone, long enough';
const password = 'correct horse battery';
const given = () => ({ address: v7(), secret });

const identity = (email: string | null, name = 'Ada') =>
  externalIdentity.parse({ provider: 'oidc', subject: v7(), email, name });

test('lets in no strangers', async () => {
  const before = await db().user.count();
  expect(await admitExternal(identity(null), given())).toBeNull();
  expect(await admitExternal(identity(`${v7()}@example.org`), given())).toBeNull();
  expect(await admitExternal(identity('not an address'), given())).toBeNull();
  expect(await db().user.count()).toBe(before);
});

test('a verified address is linked to an account with a password once that was given', async () => {
  const { userId, email } = await aPerson({ password });
  const first = identity(email.toUpperCase());
  expect(await admitExternal(first, given())).toEqual({ wants: 'password' });
  for (const wrong of ['', 'wrong horse battery'])
    expect(await admitExternal(first, { ...given(), password: wrong })).toEqual({
      wants: 'password',
    });
  expect(await db().externalAccount.count({ where: { userId } })).toBe(0);
  expect(await admitExternal(first, { ...given(), password })).toMatchObject({
    person: { userId, email },
  });
  // Afterwards it is known by the identity alone, whatever its address has become.
  expect(await admitExternal({ ...first, email: null }, given())).toMatchObject({
    person: { userId },
  });
});

test('passwords cannot be guessed here either', async () => {
  const { email } = await aPerson({ password });
  const first = identity(email);
  const wrong = () => admitExternal(first, { ...given(), password: 'wrong horse battery' });
  for (let at = 0; at < 10; at++) await wrong();
  const right = admitExternal(first, { ...given(), password });
  expect(await refused(right)).toMatchObject({ reason: 'too-many' });
});

test('an account that a provider made, without a password, is opened by another one', async () => {
  const { userId, email } = await aPerson();
  const [first, second] = [identity(email), { ...identity(email), provider: 'github' }];
  for (const one of [first, second])
    expect(await admitExternal(one, given())).toMatchObject({ person: { userId } });
});

test('who joined as somebody else does not get their sign-in linked', async () => {
  const { projectId, owner } = await aProject();
  const { token } = await invite(owner, projectId, { role: 'analyst' }, 'http://localhost');
  const email = `${v7()}@example.org`;
  const eve = await acceptInvitation(null, token, { name: 'Eve', email, password });
  const victim = identity(email);
  expect(await admitExternal(victim, given())).toEqual({ wants: 'password' });
  expect(await db().externalAccount.count({ where: { userId: eve.userId } })).toBe(0);
});

test('somebody disabled stays out', async () => {
  const { userId, email } = await aPerson();
  const first = identity(email);
  await admitExternal(first, given());
  await db().user.update({ where: { id: userId }, data: { disabledAt: new Date() } });
  expect(await admitExternal(first, given())).toBeNull();
});

test('an open invitation makes a new person, with a name that can be read', async () => {
  const { projectId, owner } = await aProject();
  const email = `${v7()}@example.org`;
  await invite(owner, projectId, { role: 'analyst', email }, 'http://localhost');
  expect(await admitExternal(identity(email, '\u202eeve'), given())).toMatchObject({
    person: { email, name: email },
  });
  expect(await db().membership.count({ where: { user: { email } } })).toBe(0);
});

test('a second factor is asked for whatever way somebody comes', async () => {
  const { userId, email } = await aPerson({ password });
  const { code } = await aSecondFactor(userId, secret);
  const first = identity(email);
  expect(await admitExternal(first, { ...given(), code: code() })).toEqual({ wants: 'password' });
  expect(await admitExternal(first, { ...given(), password })).toEqual({ wants: 'code' });
  const wrong = admitExternal(first, { ...given(), password, code: 'aaaaaaaa' });
  expect(await refused(wrong)).toMatchObject({ type: 'code-wrong' });
  expect(await db().externalAccount.count({ where: { userId } })).toBe(0);
  expect(await admitExternal(first, { ...given(), password, code: code() })).toMatchObject({
    person: { userId },
  });
  expect(await admitExternal(first, given())).toEqual({ wants: 'code' });
  expect(await admitExternal(first, { ...given(), code: code(1) })).toMatchObject({
    person: { userId },
  });
});
