import { expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import { securityEventKinds } from '@/lib/access/security-event';
import type { NewSecurityEvent } from '@/lib/access/security-event-store';
import {
  findPersonEvents,
  findProjectEvents,
  insertSecurityEvent,
  removeEventsBefore,
} from '@/lib/access/security-event-store';
import { db } from '@/lib/db';
import { aPerson } from '@/tests/builders/a-person';

const event = (chosen: Partial<NewSecurityEvent>): NewSecurityEvent => ({
  kind: 'role-changed',
  userId: null,
  actorId: null,
  projectId: null,
  network: null,
  requestId: null,
  details: {},
  ...chosen,
});

const page = { kinds: securityEventKinds, limit: 10, after: null };

test('names those who are known; a kind of another version is left out', async () => {
  const projectId = v7();
  const ada = await aPerson({ name: 'Ada' });
  await insertSecurityEvent(db(), event({ projectId, userId: ada.userId, actorId: v7() }));
  await db().securityEvent.create({ data: { id: v7(), projectId, kind: 'of-a-later-version' } });
  const found = await findProjectEvents(db(), projectId, { ...page, personId: null });
  expect(found).toMatchObject([
    { kind: 'role-changed', person: { userId: ada.userId, name: 'Ada' }, actor: null },
  ]);
});

test('one person’s are those they did and those that concern them', async () => {
  const [projectId, ada, ben] = [v7(), v7(), v7()];
  await insertSecurityEvent(db(), event({ projectId, actorId: ada, userId: ben }));
  await insertSecurityEvent(db(), event({ projectId, actorId: ben, userId: ben }));
  const of = async (personId: string) =>
    (await findProjectEvents(db(), projectId, { ...page, personId })).length;
  expect([await of(ada), await of(ben), await of(v7())]).toEqual([1, 2, 0]);
  expect(await findPersonEvents(db(), ben, { ...page, limit: 1 })).toHaveLength(2);
  expect(await findPersonEvents(db(), ada, page)).toHaveLength(0);
});

test('what is before a time is removed', async () => {
  const projectId = v7();
  await insertSecurityEvent(db(), event({ projectId }));
  await removeEventsBefore(db(), new Date(Date.now() - 60_000));
  const found = () => findProjectEvents(db(), projectId, { ...page, personId: null });
  expect(await found()).toHaveLength(1);
  await removeEventsBefore(db(), new Date(Date.now() + 60_000));
  expect(await found()).toHaveLength(0);
});
