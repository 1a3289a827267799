import { expect, test } from '@jest/globals';
import { archiveDraft } from '@/lib/article/archive-draft';
import { freezeDraft } from '@/lib/article/freeze-draft';
import { draftsQuery, listDrafts } from '@/lib/article/list-drafts';
import { aDraft } from '@/tests/builders/a-draft';
import { aMember } from '@/tests/builders/a-member';
import { aPerson } from '@/tests/builders/a-person';
import { aProject } from '@/tests/builders/a-project';
import { refused } from '@/tests/builders/refused';

const query = (chosen: object = {}) => draftsQuery.parse(chosen);

test('refuses one who may not', async () => {
  const { projectId } = await aProject();
  const stranger = listDrafts(await aPerson(), projectId, query());
  expect(await refused(stranger)).toMatchObject({ reason: 'absent' });
  for (const role of ['analyst', 'viewer'] as const) {
    const member = await aMember(projectId, role);
    const list = listDrafts(member, projectId, query());
    expect(await refused(list)).toMatchObject({ reason: 'forbidden' });
  }
});

test('lists what is being prepared, the newest first, page by page', async () => {
  const { projectId, owner } = await aProject();
  const made = [];
  for (const title of ['a', 'b', 'c', 'd', 'e'])
    made.push((await aDraft(owner, projectId, { title })).id);
  await freezeDraft(owner, made[3] ?? '', {});
  await archiveDraft(owner, made[4] ?? '');
  const first = await listDrafts(owner, projectId, query({ limit: '2' }));
  expect(first.items.map(({ title }) => title)).toEqual(['c', 'b']);
  const second = await listDrafts(
    owner,
    projectId,
    query({ limit: '2', cursor: first.nextCursor }),
  );
  expect(second).toMatchObject({ items: [{ title: 'a' }], nextCursor: null });
  const archived = await listDrafts(owner, projectId, query({ archived: 'true' }));
  expect(archived.items.map(({ title }) => title)).toEqual(['e']);
});
