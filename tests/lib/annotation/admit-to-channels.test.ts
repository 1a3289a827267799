import type { Role } from '@/lib/access/permission';
import { channelsOfLayer } from '@/lib/annotation/change-announcements';
import { describe, expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import { admitToChannels, mayEnter, rightsFingerprint } from '@/lib/annotation/admit-to-channels';
import type { ArticleContext } from '@/lib/annotation/article-context';
import type { LayerState } from '@/lib/annotation/layer';
import type { OwnDiscussion } from '@/lib/annotation/visibility';
import type { BlindPolicy } from '@/lib/project/project';
import { aMember } from '@/tests/builders/a-member';
import { aPerson } from '@/tests/builders/a-person';
import { aProject } from '@/tests/builders/a-project';
import { anArticle } from '@/tests/builders/an-article';

describe('article channel', () => {
  const articleId = 'article';

  const context = (more: Partial<ArticleContext> = {}): ArticleContext => ({
    articleId,
    revisionId: 'revision',
    projectId: 'project',
    projectName: 'A project',
    blind: 'open',
    isCalibration: false,
    isGated: false,
    hideSource: false,
    projectArchived: false,
    articleArchived: false,
    role: 'analyst',
    own: null,
    consensusState: 'submitted',
    round: null,
    codebookVersion: 1,
    ...more,
  });

  const own = (state: LayerState, discussion: OwnDiscussion = 'none') => ({
    id: 'layer',
    revisionId: 'revision',
    state,
    eventCount: 3,
    discussion,
  });

  describe('mayEnter', () => {
    test.each<[Role, BlindPolicy, LayerState | 'none', boolean, boolean]>([
      ['viewer', 'open', 'none', true, true],
      ['viewer', 'after-submit', 'none', false, true],
      ['viewer', 'closed', 'none', false, true],
      ['analyst', 'open', 'none', true, true],
      ['analyst', 'after-submit', 'none', false, false],
      ['analyst', 'after-submit', 'open', false, false],
      ['analyst', 'after-submit', 'submitted', true, true],
      ['analyst', 'closed', 'open', false, false],
      ['analyst', 'closed', 'submitted', false, true],
      ['manager', 'closed', 'none', true, true],
      ['owner', 'closed', 'open', true, true],
    ])(
      '%s, %s, own layer %s: layers %s, consensus %s',
      (role, blind, state, layersChannel, consensus) => {
        const here = context({ role, blind, own: state === 'none' ? null : own(state) });
        expect(mayEnter({ kind: 'layers', articleId }, 'me', here)).toBe(layersChannel);
        expect(mayEnter({ kind: 'consensus', articleId }, 'me', here)).toBe(consensus);
        expect(mayEnter({ kind: 'own', articleId, userId: 'me' }, 'me', here)).toBe(true);
        expect(mayEnter({ kind: 'own', articleId, userId: 'them' }, 'me', here)).toBe(false);
      },
    );

    test.each<[BlindPolicy, LayerState, OwnDiscussion, boolean]>([
      ['closed', 'submitted', 'open', true],
      ['closed', 'open', 'open', true],
      ['closed', 'submitted', 'over', false],
      ['after-submit', 'open', 'open', true],
      ['after-submit', 'open', 'over', true],
    ])('%s, own layer %s, its round %s: layers %s', (blind, state, discussion, admitted) => {
      const here = context({ blind, own: own(state, discussion) });
      expect(mayEnter({ kind: 'layers', articleId }, 'me', here)).toBe(admitted);
    });

    test.each<[string, ArticleContext | null, boolean]>([
      ['no such article', null, false],
      ['a stranger', context({ role: null }), false],
      ['an archived project, an analyst', context({ projectArchived: true }), false],
      ['an archived project, an owner', context({ projectArchived: true, role: 'owner' }), true],
      ['an archived article, an analyst', context({ articleArchived: true }), false],
      ['an archived article, a manager', context({ articleArchived: true, role: 'manager' }), true],
    ])('%s', (_, here, admitted) => {
      expect(mayEnter({ kind: 'own', articleId, userId: 'me' }, 'me', here)).toBe(admitted);
      expect(mayEnter({ kind: 'layers', articleId }, 'me', here)).toBe(admitted);
    });
  });

  test('a layer is published on its author’s own channel and to those who see others’ layers', () => {
    const layersChannel = { kind: 'layers', articleId };
    const place = { articleId, authorId: null };
    expect(channelsOfLayer({ articleId, kind: 'analyst', authorId: 'ada' })).toEqual([
      layersChannel,
      { kind: 'own', articleId, userId: 'ada' },
    ]);
    expect(channelsOfLayer({ ...place, kind: 'suggestion' })).toEqual([layersChannel]);
    expect(channelsOfLayer({ ...place, kind: 'consensus' })).toEqual([
      layersChannel,
      { kind: 'consensus', articleId },
    ]);
  });

  test('the fingerprint changes with everything that changes rights, and with nothing else', () => {
    const changes: Partial<ArticleContext>[] = [
      { role: 'manager' },
      { blind: 'closed' },
      { hideSource: true },
      { projectArchived: true },
      { articleArchived: true },
      { own: own('submitted') },
      { own: own('submitted', 'open') },
      { own: own('open', 'over') },
      { codebookVersion: 2 },
    ];
    const fingerprints = [context(), ...changes.map(context)].map(rightsFingerprint);
    expect(new Set(fingerprints).size).toBe(fingerprints.length);
    expect(rightsFingerprint(context({ own: own('open') }))).toBe(rightsFingerprint(context()));
    expect(rightsFingerprint(null)).toBe('');
  });
});

describe('admit to channels', () => {
  test('refuses strangers and what is not there; decides for each by themselves', async () => {
    const [open, blind] = [await aProject({ blind: 'open' }), await aProject({ blind: 'closed' })];
    const [one, two] = [await anArticle(open.projectId), await anArticle(blind.projectId)];
    const [ada, ben] = [
      await aMember(open.projectId, 'analyst'),
      await aMember(blind.projectId, 'analyst'),
    ];
    const stranger = await aPerson();
    const layersChannel = (articleId: string) => ({ kind: 'layers' as const, articleId });
    const admissions = await admitToChannels([
      { userId: stranger.userId, channel: layersChannel(one.articleId) },
      { userId: ada.userId, channel: layersChannel(one.articleId) },
      { userId: ben.userId, channel: layersChannel(two.articleId) },
      { userId: blind.owner.userId, channel: layersChannel(two.articleId) },
      { userId: ada.userId, channel: layersChannel(v7()) },
      { userId: ada.userId, channel: layersChannel(one.articleId) },
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
});
