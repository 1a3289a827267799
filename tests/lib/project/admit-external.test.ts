import { expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import { db } from '@/lib/db';
import { admitExternal } from '@/lib/project/admit-external';
import { invite } from '@/lib/project/invite';
import { aPerson } from '@/tests/builders/a-person';
import { aProject } from '@/tests/builders/a-project';

const identity = (email: string | null, name = 'Ada') => ({
  provider: 'oidc',
  subject: v7(),
  email,
  name,
});

test('lets in no strangers', async () => {
  const before = await db().user.count();
  expect(await admitExternal(identity(null))).toBeNull();
  expect(await admitExternal(identity(`${v7()}@example.org`))).toBeNull();
  expect(await admitExternal(identity('not an address'))).toBeNull();
  expect(await db().user.count()).toBe(before);
});

test('knows a person by the verified address, afterwards by the identity alone', async () => {
  const ada = await aPerson();
  const first = identity(ada.email.toUpperCase());
  expect(await admitExternal(first)).toMatchObject({ userId: ada.userId });
  expect(await admitExternal({ ...first, email: null })).toMatchObject({ userId: ada.userId });
});

test('an open invitation makes a new person, with a name that can be read', async () => {
  const { projectId, owner } = await aProject();
  const email = `${v7()}@example.org`;
  await invite(owner, projectId, { role: 'analyst', email }, 'http://localhost');
  expect(await admitExternal(identity(email, '\u202eeve'))).toMatchObject({ email, name: email });
  expect(await db().membership.count({ where: { user: { email } } })).toBe(0);
});
