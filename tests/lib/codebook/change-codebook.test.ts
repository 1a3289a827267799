import { expect, test } from '@jest/globals';
import { basic3 } from '@/lib/codebook/basic-3';
import { changeCodebook, draftGuard } from '@/lib/codebook/change-codebook';
import { readCodebook } from '@/lib/codebook/read-codebook';
import { readVersion } from '@/lib/codebook/read-version';
import { aMember } from '@/tests/builders/a-member';
import { aPerson } from '@/tests/builders/a-person';
import { aProject } from '@/tests/builders/a-project';

const shorter = { ...basic3, labels: basic3.labels.slice(0, 2) };
const longBefore = '2020-01-01T00:00:00.000Z';

test('refuses one who may not', async () => {
  const { projectId } = await aProject();
  const stranger = changeCodebook(await aPerson(), projectId, shorter);
  await expect(stranger).rejects.toMatchObject({ reason: 'absent' });
  for (const role of ['viewer', 'analyst'] as const) {
    const refused = changeCodebook(await aMember(projectId, role), projectId, shorter);
    await expect(refused).rejects.toMatchObject({ reason: 'forbidden' });
  }
});

test('a manager replaces the draft; the published version stays', async () => {
  const { projectId } = await aProject();
  const manager = await aMember(projectId, 'manager');
  const changed = await changeCodebook(manager, projectId, shorter);
  expect(changed).toMatchObject({ ...shorter, version: 1 });
  expect(await readCodebook(manager, projectId)).toEqual(changed);
  expect((await readVersion(manager, projectId, 1)).labels).toEqual(basic3.labels);
});

test('a draft that somebody else has changed since is kept', async () => {
  const { projectId, owner } = await aProject();
  const stale = changeCodebook(owner, projectId, shorter, longBefore);
  await expect(stale).rejects.toMatchObject({ reason: 'conflict' });
  const { updatedAt } = await readCodebook(owner, projectId);
  const changed = await changeCodebook(owner, projectId, shorter, updatedAt);
  expect(changed.labels).toHaveLength(2);
});

test('the same draft again changes nothing, whatever it was made from', async () => {
  const { projectId, owner } = await aProject();
  const before = await readCodebook(owner, projectId);
  expect(await changeCodebook(owner, projectId, basic3, longBefore)).toEqual(before);
});

test('the guard is a time', () => {
  expect(draftGuard.safeParse({ basedOn: longBefore }).success).toBe(true);
  expect(draftGuard.safeParse({ basedOn: 'yesterday' }).success).toBe(false);
});
