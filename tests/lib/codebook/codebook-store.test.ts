import { expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import { basic3 } from '@/lib/codebook/basic-3';
import {
  findCodebook,
  fillDraftGuidelines,
  fillVersionGuidelines,
  findDraftGuidelines,
  findGuidelinesState,
  findVersion,
  findVersionGuidelines,
  findVersions,
  insertVersion,
  saveGuidelinesState,
  latestVersion,
  lockCodebook,
  replaceDraft,
  replaceGuidelines,
} from '@/lib/codebook/codebook-store';
import { plainGuidelines } from '@/lib/codebook/guidelines';
import { db } from '@/lib/db';
import { transaction } from '@/lib/transaction';
import { aProject } from '@/tests/builders/a-project';

const other = { ...basic3, guidelines: 'Other.' };

test('a project that is not there has nothing', async () => {
  const projectId = v7();
  expect(await findCodebook(db(), projectId)).toBeNull();
  expect(await findVersion(db(), projectId, 1)).toBeNull();
  expect(await findVersions(db(), projectId, 10, null)).toEqual([]);
  expect(await latestVersion(db(), projectId)).toBe(0);
});

test('keeps a draft and versions apart, to the character', async () => {
  const { projectId, owner } = await aProject();
  await replaceDraft(db(), projectId, other, null);
  expect(await findCodebook(db(), projectId)).toMatchObject({ draft: other, version: 1 });
  expect((await findVersion(db(), projectId, 1))?.content).toEqual(basic3);
  await insertVersion(db(), projectId, 2, other, owner.userId);
  expect((await findVersion(db(), projectId, 2))?.content).toEqual(other);
  expect(await latestVersion(db(), projectId)).toBe(2);
});

test('a version is never written twice', async () => {
  const { projectId, owner } = await aProject();
  await expect(insertVersion(db(), projectId, 1, other, owner.userId)).rejects.toThrow();
});

test('the lock lets one at a time through', async () => {
  const { projectId } = await aProject();
  const order: string[] = [];
  const first = transaction(async (tx) => {
    await lockCodebook(tx, projectId);
    order.push('in');
    await findCodebook(tx, projectId);
    order.push('out');
  });
  const second = transaction(async (tx) => {
    await lockCodebook(tx, projectId);
    order.push('in');
    await findCodebook(tx, projectId);
    order.push('out');
  });
  await Promise.all([first, second]);
  expect(order).toEqual(['in', 'out', 'in', 'out']);
});

test('the document of the guidelines comes and changes beside the draft', async () => {
  const { projectId } = await aProject();
  const before = await findCodebook(db(), projectId);
  if (before === null) throw new Error('There is no codebook.');
  expect(await findGuidelinesState(db(), projectId)).toBeNull();
  await saveGuidelinesState(db(), projectId, new Uint8Array([1]));
  expect(await findCodebook(db(), projectId)).toEqual(before);
  const draft = { ...before.draft, guidelines: 'Other.' };
  const document = plainGuidelines('Other.');
  await replaceGuidelines(db(), projectId, draft, { document, state: new Uint8Array([2]) });
  const after = await findCodebook(db(), projectId);
  expect(after).toMatchObject({ draft, changedAt: before.changedAt });
  expect(Array.from((await findGuidelinesState(db(), projectId)) ?? [])).toEqual([2]);
  expect(await findDraftGuidelines(db(), projectId)).toEqual(document);
});

test('guidelines that were parsed later are stored once, as long as the Markdown is the same', async () => {
  const { projectId } = await aProject();
  const [one, two] = [plainGuidelines('One.'), plainGuidelines('Two.')];
  await fillDraftGuidelines(db(), projectId, 'Other.', one);
  expect(await findDraftGuidelines(db(), projectId)).toBeNull();
  await fillDraftGuidelines(db(), projectId, basic3.guidelines, one);
  await fillDraftGuidelines(db(), projectId, basic3.guidelines, two);
  expect(await findDraftGuidelines(db(), projectId)).toEqual(one);
  await fillVersionGuidelines(db(), projectId, 1, one);
  await fillVersionGuidelines(db(), projectId, 1, two);
  expect(await findVersionGuidelines(db(), projectId, 1)).toEqual(one);
});
