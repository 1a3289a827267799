import { expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import { admitToChannels } from '@/lib/annotation/admit-to-channels';
import { aMember } from '@/tests/builders/a-member';
import { aPerson } from '@/tests/builders/a-person';
import { aProject } from '@/tests/builders/a-project';
import { anArticle } from '@/tests/builders/an-article';

test('refuses strangers and what is not there; decides for each by themselves', async () => {
  const [open, blind] = [await aProject({ blind: 'open' }), await aProject({ blind: 'closed' })];
  const [one, two] = [await anArticle(open.projectId), await anArticle(blind.projectId)];
  const [ada, ben] = [
    await aMember(open.projectId, 'analyst'),
    await aMember(blind.projectId, 'analyst'),
  ];
  const stranger = await aPerson();
  const readings = (articleId: string) => ({ kind: 'layers' as const, articleId });
  const admissions = await admitToChannels([
    { userId: stranger.userId, channel: readings(one.articleId) },
    { userId: ada.userId, channel: readings(one.articleId) },
    { userId: ben.userId, channel: readings(two.articleId) },
    { userId: blind.owner.userId, channel: readings(two.articleId) },
    { userId: ada.userId, channel: readings(v7()) },
    { userId: ada.userId, channel: readings(one.articleId) },
  ]);
  expect(admissions.map(({ admitted }) => admitted)).toEqual([
    false,
    true,
    false,
    true,
    false,
    true,
  ]);
  expect(admissions[1]).toMatchObject({
    projectId: open.projectId,
    fingerprint: expect.stringMatching(/^analyst open/),
  });
  expect(admissions[4]).toEqual({ admitted: false, projectId: '', fingerprint: '' });
  expect(await admitToChannels([])).toEqual([]);
});
