import { expect, test } from '@jest/globals';
import { saveDraft } from '@/lib/article/save-draft';
import { readDraftText } from '@/lib/article/read-draft-text';
import { aDraft } from '@/tests/builders/a-draft';
import { aDraftWriter } from '@/tests/builders/a-draft-writer';
import { aMember } from '@/tests/builders/a-member';
import { aPerson } from '@/tests/builders/a-person';
import { aProject } from '@/tests/builders/a-project';
import { refused } from '@/tests/builders/refused';

test('refuses one who may not', async () => {
  const { projectId, owner } = await aProject();
  const { id } = await aDraft(owner, projectId);
  expect(await refused(readDraftText(await aPerson(), id))).toMatchObject({ reason: 'absent' });
  const analyst = await aMember(projectId, 'analyst');
  expect(await refused(readDraftText(analyst, id))).toMatchObject({ reason: 'forbidden' });
});

test('gives the text at work and the upload, each to the character', async () => {
  const { projectId, owner } = await aProject();
  const text = 'One  line.\r\n👨‍👩‍👧‍👦 שלום';
  const { id } = await aDraft(owner, projectId, { text, cleanup: 'standard' });
  const writer = await aDraftWriter(id);
  writer.write(1, 0, '😀 ');
  await saveDraft(id, writer.state());
  expect(await readDraftText(owner, id)).toBe('One line.\n😀 👨‍👩‍👧‍👦 שלום');
  expect(await readDraftText(owner, id, 'upload')).toBe(text);
});
