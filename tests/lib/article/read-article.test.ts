import { changeLayerState, openMyLayer } from '@/lib/annotation/layers';
import { describe, expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import { archiveArticle } from '@/lib/article/change-article';
import { listArticles } from '@/lib/article/list-articles';
import { readArticle, knownArticle, shownTo, readText } from '@/lib/article/read-article';
import { aMember } from '@/tests/builders/a-member';
import { aPerson } from '@/tests/builders/a-person';
import { aProject } from '@/tests/builders/a-project';
import { anArticle } from '@/tests/builders/an-article';
import { refused } from '@/tests/builders/refused';

describe('known article', () => {
  test('refuses viewers without permission', async () => {
    const { projectId } = await aProject();
    const { articleId } = await anArticle(projectId);
    expect(await refused(knownArticle(await aPerson(), articleId, 'read articles'))).toMatchObject({
      reason: 'absent',
      message: 'There is no such article, or it is not open to you.',
    });
  });

  test.each([
    ['analyst', true, false, true],
    ['viewer', true, false, true],
    ['analyst', true, true, false],
    ['manager', true, false, false],
    ['analyst', false, false, false],
  ] as const)(
    'to %s, hiding %s, submitted %s: hidden is %s',
    async (role, hides, submitted, hidden) => {
      const { projectId } = await aProject();
      const { articleId } = await anArticle(projectId, { source: 'S' });
      const member = await aMember(projectId, role);
      const known = await knownArticle(member, articleId, 'read articles');
      const shown = shownTo({ role, hideSource: hides }, { ...known, submitted });
      expect([shown.sourceHidden, shown.source === null]).toEqual([hidden, hidden]);
    },
  );
});

describe('read article', () => {
  test('refuses viewers without permission, with the same sentence as for what does not exist', async () => {
    const { projectId } = await aProject();
    const { articleId } = await anArticle(projectId);
    const stranger = await aPerson();
    const there = await refused(readArticle(stranger, articleId));
    const nowhere = await refused(readArticle(stranger, v7()));
    expect(there).toMatchObject({ reason: 'absent' });
    expect(there.message).toBe(nowhere.message);
  });

  test('any member reads an article; an archived one only who can bring it back', async () => {
    const { projectId, owner } = await aProject();
    const { articleId } = await anArticle(projectId, { title: 'A' });
    const reader = await aMember(projectId, 'viewer');
    expect(await readArticle(reader, articleId)).toMatchObject({ id: articleId, title: 'A' });
    await archiveArticle(owner, articleId);
    expect(await refused(readArticle(reader, articleId))).toMatchObject({ reason: 'absent' });
    expect((await readArticle(owner, articleId)).archivedAt).not.toBeNull();
  });

  test('hides where it comes from until one’s own layer is submitted', async () => {
    const { projectId, owner } = await aProject({ hideSource: true });
    const known = {
      source: 'The Ledger',
      author: 'M. T.',
      url: 'https://ledger.example/',
      publishedAt: '2026',
    };
    const { articleId } = await anArticle(projectId, known);
    const [ada, ben] = [await aMember(projectId, 'analyst'), await aMember(projectId, 'analyst')];
    const hidden = { source: null, author: null, url: null, publishedAt: null, sourceHidden: true };
    expect(await readArticle(ada, articleId)).toMatchObject(hidden);
    expect((await listArticles(ada, projectId, { limit: 10 })).items).toMatchObject([hidden]);
    expect(await readArticle(owner, articleId)).toMatchObject({ ...known, sourceHidden: false });
    const { layer } = await openMyLayer(ada, articleId);
    expect(await readArticle(ada, articleId)).toMatchObject(hidden);
    await changeLayerState(ada, layer.id, 'submitted');
    expect(await readArticle(ada, articleId)).toMatchObject({ ...known, sourceHidden: false });
    expect((await listArticles(ada, projectId, { limit: 10 })).items).toMatchObject([known]);
    expect(await readArticle(ben, articleId)).toMatchObject(hidden);
  });
});

describe('read text', () => {
  test('refuses viewers without permission', async () => {
    const { projectId } = await aProject();
    const { articleId } = await anArticle(projectId);
    expect(await refused(readText(await aPerson(), articleId))).toMatchObject({ reason: 'absent' });
  });

  test('gives the text to the character', async () => {
    const { projectId } = await aProject();
    const text = '\r\n  a\t😀👩‍👩‍👧\u200b e\u0301 \u202eabc\u202c\n';
    const { articleId } = await anArticle(projectId, { text });
    expect(await readText(await aMember(projectId, 'viewer'), articleId)).toBe(text);
  });
});
