import { expect, test } from '@jest/globals';
import { guidelinesForm } from '@/components/codebook/guidelines-computations';
import { basic3 } from '@/lib/codebook/basic-3';
import { changeCodebook } from '@/lib/codebook/change-codebook';
import { publishCodebook, publishInput } from '@/lib/codebook/publish-codebook';
import { readCodebook, readVersion } from '@/lib/codebook/read-codebook';
import { saveGuidelines } from '@/lib/codebook/shared-guidelines';
import { aGuidelinesWriter } from '@/tests/builders/a-guidelines-writer';
import { aMember } from '@/tests/builders/a-member';
import { aPerson } from '@/tests/builders/a-person';
import { aProject } from '@/tests/builders/a-project';

const shorter = { ...basic3, labels: basic3.labels.slice(0, 2) };

test('refuses one who may not', async () => {
  const { projectId } = await aProject();
  const stranger = publishCodebook(await aPerson(), projectId, guidelinesForm);
  await expect(stranger).rejects.toMatchObject({ reason: 'absent' });
  const analyst = publishCodebook(await aMember(projectId, 'analyst'), projectId, guidelinesForm);
  await expect(analyst).rejects.toMatchObject({ reason: 'forbidden' });
});

test('refuses a draft that equals the last version', async () => {
  const { projectId, owner } = await aProject();
  await expect(publishCodebook(owner, projectId, guidelinesForm)).rejects.toMatchObject({
    reason: 'conflict',
  });
  expect((await readCodebook(owner, projectId)).version).toBe(1);
});

test('freezes the draft as the next version', async () => {
  const { projectId, owner } = await aProject();
  await changeCodebook(owner, projectId, shorter, guidelinesForm);
  const published = await publishCodebook(owner, projectId, guidelinesForm);
  expect(published).toMatchObject({ ...shorter, version: 2, publishedBy: owner.name });
  await changeCodebook(owner, projectId, { ...shorter, guidelines: 'Other.' }, guidelinesForm);
  expect(await readVersion(owner, projectId, 2)).toEqual(published);
});

test('of two at once, one publishes and the other is refused', async () => {
  const { projectId, owner } = await aProject();
  await changeCodebook(owner, projectId, shorter, guidelinesForm);
  const both = await Promise.allSettled(
    [1, 2].map(() => publishCodebook(owner, projectId, guidelinesForm)),
  );
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect((await readCodebook(owner, projectId)).version).toBe(2);
});

test('what the publisher has written in the guidelines is published, though it is not on disk yet', async () => {
  const { projectId, owner } = await aProject();
  const [ada, ben] = [await aGuidelinesWriter(projectId), await aGuidelinesWriter(projectId)];
  ben.append('Ben.');
  await saveGuidelines(projectId, ben.state(), guidelinesForm);
  ada.append('Ada.');
  const guidelinesState = Buffer.from(ada.state()).toString('base64');
  const published = await publishCodebook(owner, projectId, guidelinesForm, { guidelinesState });
  expect(published.guidelines).toContain('Ada.');
  expect(published.guidelines).toContain('Ben.');
  expect((await readCodebook(owner, projectId)).guidelines).toBe(published.guidelines);
});

test('an invalid state publishes nothing', async () => {
  const { projectId, owner } = await aProject();
  await changeCodebook(owner, projectId, shorter, guidelinesForm);
  const guidelinesState = Buffer.from('no state').toString('base64');
  const result = publishCodebook(owner, projectId, guidelinesForm, { guidelinesState });
  await expect(result).rejects.toMatchObject({ reason: 'invalid' });
  expect(await readCodebook(owner, projectId)).toMatchObject({ version: 1 });
  expect(publishInput.safeParse({ guidelinesState: 'not base64!' }).success).toBe(false);
});
