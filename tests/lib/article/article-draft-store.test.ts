import { expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import {
  closeDraft,
  findDraft,
  findDrafts,
  findWholeDraft,
  insertDraft,
  lockDraft,
  replaceDraftState,
  updateDraft,
} from '@/lib/article/article-draft-store';
import { stateOfText } from '@/lib/article/draft-document';
import { db } from '@/lib/db';
import { transaction } from '@/lib/transaction';
import { aDraft } from '@/tests/builders/a-draft';
import { aProject } from '@/tests/builders/a-project';

test('an id is taken once', async () => {
  const { projectId, owner } = await aProject();
  const { id } = await aDraft(owner, projectId, { title: 'First' });
  const whole = await findWholeDraft(db(), id);
  if (whole === null) throw new Error('The draft is not there.');
  const { view, raw, prepared, offsetMap, state, begunById } = whole;
  const { title: _, ...rest } = view;
  const second = {
    id,
    projectId,
    title: 'Second',
    source: rest.source,
    author: rest.author,
    url: rest.url,
    publishedAt: rest.publishedAt,
    language: rest.language,
    cleanup: rest.cleanup,
    raw: new Uint8Array(raw),
    prepared,
    offsetMap,
    state: new Uint8Array(state),
    begunById,
  };
  expect(await insertDraft(db(), second)).toBe(false);
  expect((await findDraft(db(), id))?.view.title).toBe('First');
  expect(await insertDraft(db(), { ...second, id: v7() })).toBe(true);
  expect(await findDraft(db(), v7())).toBeNull();
});

test('lists what is still a draft, none twice', async () => {
  const { projectId, owner } = await aProject();
  const ids: string[] = [];
  for (const title of ['a', 'b', 'c', 'd'])
    ids.push((await aDraft(owner, projectId, { title })).id);
  const [, , frozen = '', archived = ''] = ids;
  await closeDraft(db(), frozen, stateOfText('x'), owner.userId);
  await updateDraft(db(), archived, { archived: true });
  const find = (after: [string, string] | null, isArchived = false) =>
    findDrafts(db(), projectId, { limit: 1, after, archived: isArchived });
  const first = await find(null);
  expect(first.map(({ view }) => view.title)).toEqual(['b', 'a']);
  const last = first[0]?.view;
  const rest = await find([last?.createdAt ?? '', last?.id ?? '']);
  expect(rest.map(({ view }) => view.title)).toEqual(['a']);
  expect((await find(null, true)).map(({ view }) => view.title)).toEqual(['d']);
});

test('changes what is named and nothing else', async () => {
  const { projectId, owner } = await aProject();
  const { id } = await aDraft(owner, projectId, { title: 'a', source: 's' });
  await updateDraft(db(), id, { title: 'b', archived: true });
  expect((await findDraft(db(), id))?.view).toMatchObject({
    title: 'b',
    source: 's',
    archivedAt: expect.any(String),
  });
  await updateDraft(db(), id, { archived: false });
  await transaction(async (tx) => {
    await lockDraft(tx, id);
    await replaceDraftState(tx, id, stateOfText('Other.'));
  });
  const draft = await findWholeDraft(db(), id);
  expect(draft?.view.archivedAt).toBeNull();
  expect(draft && new Uint8Array(draft.state)).toEqual(stateOfText('Other.'));
});
