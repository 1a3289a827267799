import { describe, expect, test } from '@jest/globals';
import { guidelinesForm } from '@/components/codebook/guidelines-computations';
import { markdownOf } from '@/components/codebook/guidelines-form';
import { basic3 } from '@/lib/codebook/basic-3';
import type { DraftGuard } from '@/lib/codebook/change-codebook';
import { changeCodebook, draftGuard } from '@/lib/codebook/change-codebook';
import { readCodebook, readVersion } from '@/lib/codebook/read-codebook';
import { saveGuidelines } from '@/lib/codebook/shared-guidelines';
import { aGuidelinesWriter } from '@/tests/builders/a-guidelines-writer';
import { aMember } from '@/tests/builders/a-member';
import { aPerson } from '@/tests/builders/a-person';
import { aProject } from '@/tests/builders/a-project';
import { recordAnnouncements } from '@/tests/builders/recorded-announcements';

const shorter = { ...basic3, labels: basic3.labels.slice(0, 2) };
const longBefore = '2020-01-01T00:00:00.000Z';

test('refuses one who may not', async () => {
  const { projectId } = await aProject();
  const stranger = changeCodebook(await aPerson(), projectId, shorter, guidelinesForm);
  await expect(stranger).rejects.toMatchObject({ reason: 'absent' });
  for (const role of ['viewer', 'analyst'] as const) {
    const refused = changeCodebook(
      await aMember(projectId, role),
      projectId,
      shorter,
      guidelinesForm,
    );
    await expect(refused).rejects.toMatchObject({ reason: 'forbidden' });
  }
});

test('a manager replaces the draft; the published version stays', async () => {
  const { projectId } = await aProject();
  const manager = await aMember(projectId, 'manager');
  const changed = await changeCodebook(manager, projectId, shorter, guidelinesForm);
  expect(changed).toMatchObject({ ...shorter, version: 1 });
  expect(await readCodebook(manager, projectId)).toEqual(changed);
  expect((await readVersion(manager, projectId, 1)).labels).toEqual(basic3.labels);
});

test('a draft that somebody else has changed since is not replaced', async () => {
  const { projectId, owner } = await aProject();
  const stale = changeCodebook(owner, projectId, shorter, guidelinesForm, { basedOn: longBefore });
  await expect(stale).rejects.toMatchObject({ reason: 'conflict' });
  const { updatedAt } = await readCodebook(owner, projectId);
  const changed = await changeCodebook(owner, projectId, shorter, guidelinesForm, {
    basedOn: updatedAt,
  });
  expect(changed.labels).toHaveLength(2);
});

test('the same draft again changes nothing, whatever it was made from', async () => {
  const { projectId, owner } = await aProject();
  const before = await readCodebook(owner, projectId);
  expect(
    await changeCodebook(owner, projectId, basic3, guidelinesForm, { basedOn: longBefore }),
  ).toEqual(before);
});

test('the guard is a time', () => {
  expect(draftGuard.safeParse({ basedOn: longBefore }).success).toBe(true);
  expect(draftGuard.safeParse({ basedOn: 'yesterday' }).success).toBe(false);
});

describe('guidelines that people write together', () => {
  const announcements = recordAnnouncements();

  async function written() {
    const { projectId, owner } = await aProject();
    const change = (guidelines: string, guard: DraftGuard = {}, labels = basic3.labels) =>
      changeCodebook(owner, projectId, { ...basic3, labels, guidelines }, guidelinesForm, guard);
    const opened = await change('One.\n\nTwo.');
    const ada = await aGuidelinesWriter(projectId);
    ada.write(1, 4, ' Ada.');
    const keep = () => saveGuidelines(projectId, ada.state(), guidelinesForm);
    return { projectId, owner, change, opened, ada, keep };
  }

  test('stay when the form with the labels is saved, whatever it sends of them', async () => {
    const { change, opened, keep } = await written();
    await keep();
    const guard = { basedOn: opened.updatedAt, guidelines: 'keep' } as const;
    const saved = await change('One.\n\nTwo.', guard, shorter.labels);
    expect(saved).toMatchObject({ guidelines: 'One.\n\nTwo. Ada.', labels: shorter.labels });
    const other = change('', { ...guard, basedOn: opened.updatedAt }, basic3.labels);
    await expect(other).rejects.toMatchObject({ reason: 'conflict' });
    expect(await change('', { ...guard, basedOn: saved.updatedAt })).toMatchObject({
      guidelines: 'One.\n\nTwo. Ada.',
      labels: basic3.labels,
    });
  });

  test('are not written over by a script that read them before', async () => {
    const { change, opened, keep } = await written();
    await keep();
    const stale = change('Other.', { basedOn: opened.updatedAt });
    await expect(stale).rejects.toMatchObject({ reason: 'conflict' });
  });

  test('are replaced by a script, once, while an editor is open with an edit of its own', async () => {
    const { projectId, owner, change, ada, keep } = await written();
    announcements.length = 0;
    expect(await change('Other.\n\nTwo.')).toMatchObject({ guidelines: 'Other.\n\nTwo.' });
    expect(announcements).toEqual([
      {
        kind: 'message',
        channel: { kind: 'guidelines', projectId },
        message: { kind: 'written', update: expect.any(String) },
      },
    ]);
    const { update } = (announcements[0] as unknown as { message: { update: string } }).message;
    await keep();
    expect((await readCodebook(owner, projectId)).guidelines).toBe('Other.\n\nTwo. Ada.');
    ada.receive(Buffer.from(update, 'base64'));
    expect(markdownOf(ada.document)).toBe('Other.\n\nTwo. Ada.');
    await keep();
    expect((await readCodebook(owner, projectId)).guidelines).toBe('Other.\n\nTwo. Ada.');
  });
});

test('guidelines beyond the bounds are refused, and nothing of the draft changes', async () => {
  const { projectId, owner } = await aProject();
  const before = await readCodebook(owner, projectId);
  const guidelines = 'a\n'.repeat(6_000);
  const change = changeCodebook(owner, projectId, { ...shorter, guidelines }, guidelinesForm);
  await expect(change).rejects.toMatchObject({
    reason: 'invalid',
    faults: [{ path: 'guidelines', message: expect.stringContaining('10,000 parts') }],
  });
  expect(await readCodebook(owner, projectId)).toEqual(before);
});
