import { expect, test } from '@jest/globals';
import { guidelinesForm } from '@/components/codebook/guidelines-computations';
import { basic3 } from '@/lib/codebook/basic-3';
import { changeCodebook } from '@/lib/codebook/change-codebook';
import { listVersions } from '@/lib/codebook/list-versions';
import { publishCodebook } from '@/lib/codebook/publish-codebook';
import { aPerson } from '@/tests/builders/a-person';
import { aProject } from '@/tests/builders/a-project';

test('refuses one who may not: to a stranger there is none', async () => {
  const { projectId } = await aProject();
  const refused = listVersions(await aPerson(), projectId, { limit: 100 });
  await expect(refused).rejects.toMatchObject({ reason: 'absent' });
});

test('tells the versions from the newest, page by page', async () => {
  const { projectId, owner } = await aProject();
  for (const guidelines of ['Two.', 'Three.']) {
    await changeCodebook(owner, projectId, { ...basic3, guidelines }, guidelinesForm);
    await publishCodebook(owner, projectId, guidelinesForm);
  }
  const first = await listVersions(owner, projectId, { limit: 2 });
  expect(first.items.map(({ version }) => version)).toEqual([3, 2]);
  const second = await listVersions(owner, projectId, { limit: 2, cursor: first.nextCursor ?? '' });
  expect(second.items).toEqual([
    { version: 1, publishedAt: expect.any(String), publishedBy: owner.name },
  ]);
  expect(second.nextCursor).toBeNull();
});
