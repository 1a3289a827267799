import { expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import { draftInput } from '@/lib/article/article-draft';
import { findWholeDraft } from '@/lib/article/article-draft-store';
import { beginDraft } from '@/lib/article/begin-draft';
import { freezeDraft } from '@/lib/article/freeze-draft';
import { readDraftText } from '@/lib/article/read-draft';
import { db } from '@/lib/db';
import { aDraft } from '@/tests/builders/a-draft';
import { aMember } from '@/tests/builders/a-member';
import { aPerson } from '@/tests/builders/a-person';
import { aProject } from '@/tests/builders/a-project';
import { anArticle } from '@/tests/builders/an-article';
import { refused } from '@/tests/builders/refused';

test('refuses viewers without permission', async () => {
  const { projectId } = await aProject();
  expect(await refused(aDraft(await aPerson(), projectId))).toMatchObject({ reason: 'absent' });
  for (const role of ['analyst', 'viewer'] as const) {
    const member = await aMember(projectId, role);
    expect(await refused(aDraft(member, projectId))).toMatchObject({ reason: 'forbidden' });
  }
});

test('keeps the upload to the byte and the text as the clean-up left it', async () => {
  const { projectId, owner } = await aProject();
  const text = '  Two  spaces \r\n😀\u200b here\n';
  const draft = await aDraft(owner, projectId, { text, cleanup: 'standard', source: 'The Ledger' });
  expect(draft).toMatchObject({
    projectId,
    source: 'The Ledger',
    begunBy: owner.name,
    frozenAt: null,
    archivedAt: null,
  });
  expect(draft.cleanup).toContainEqual({ name: 'line-ends', version: 1, edits: 1 });
  const whole = await findWholeDraft(db(), draft.id);
  expect(Buffer.from(whole?.raw ?? []).toString('utf8')).toBe(text);
  expect(await readDraftText(owner, draft.id)).toBe(whole?.prepared);
  expect(whole?.prepared).toBe('Two spaces\n😀 here');
});

test('the same id again is the same draft, even once it is locked; another text is a conflict', async () => {
  const { projectId, owner } = await aProject();
  const id = v7();
  const first = await aDraft(owner, projectId, { id });
  expect(await aDraft(owner, projectId, { id })).toEqual(first);
  const clash = await refused(aDraft(owner, projectId, { id, text: 'Another.' }));
  expect(clash).toMatchObject({ reason: 'conflict' });
  await freezeDraft(owner, id, {});
  expect(await aDraft(owner, projectId, { id })).toMatchObject({ frozenBy: owner.name });
});

test('an article’s id is taken, and a draft’s for articles', async () => {
  const { projectId, owner } = await aProject();
  const { articleId } = await anArticle(projectId);
  const clash = await refused(aDraft(owner, projectId, { id: articleId }));
  expect(clash).toMatchObject({ reason: 'conflict' });
  const { id } = await aDraft(owner, projectId);
  expect(await refused(anArticle(projectId, { id }))).toMatchObject({ reason: 'conflict' });
});

test('refuses what is too large, and what is nothing once it is clean', async () => {
  const { projectId, owner } = await aProject();
  const long = draftInput.parse({ title: 'x', text: '€'.repeat(700_000) });
  expect(await refused(beginDraft(owner, projectId, long))).toMatchObject({ reason: 'too-large' });
  const nothing = draftInput.parse({ title: 'x', text: '\u200b', cleanup: 'standard' });
  expect(await refused(beginDraft(owner, projectId, nothing))).toMatchObject({ reason: 'invalid' });
});
