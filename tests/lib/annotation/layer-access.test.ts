import { roles } from '@/lib/access/permission';
import { describe, expect, test } from '@jest/globals';
import type { LayerAccess, LayerContext } from '@/lib/annotation/layer-access';
import {
  canReachLayer,
  isOwn,
  requireOpen,
  requireWriter,
  seen,
} from '@/lib/annotation/layer-access';
import { canReachArticle } from '@/lib/article/article-access';
import { canReachProject } from '@/lib/project/project-access';
import { Refusal } from '@/lib/refusal';

describe('layer access', () => {
  const everybody = [...roles, null];

  const reached = (can: (role: LayerAccess['role']) => boolean) => everybody.filter(can);

  describe('each step of the access path builds on the one before', () => {
    test.each([
      { projectArchived: false, articleArchived: false, project: [...roles], article: [...roles] },
      {
        projectArchived: false,
        articleArchived: true,
        project: [...roles],
        article: ['owner', 'manager'],
      },
      { projectArchived: true, articleArchived: false, project: ['owner'], article: ['owner'] },
      { projectArchived: true, articleArchived: true, project: ['owner'], article: ['owner'] },
    ])(
      'project archived: $projectArchived, article archived: $articleArchived',
      ({ project, article, ...archived }) => {
        expect(reached((role) => canReachProject({ role, ...archived }))).toEqual(project);
        expect(reached((role) => canReachArticle({ role, ...archived }))).toEqual(article);
        const own = { kind: 'analyst', authorId: 'me', state: 'open' } as const;
        const access = { userId: 'me', ownState: 'open', discussion: 'none' } as const;
        expect(
          reached((role) => canReachLayer({ role, ...archived, ...access, blind: 'closed' }, own)),
        ).toEqual(article);
        const theirs = { kind: 'analyst', authorId: 'them', state: 'open' } as const;
        const managers = article.filter((role) => role === 'owner' || role === 'manager');
        expect(
          reached((role) =>
            canReachLayer({ role, ...archived, ...access, blind: 'closed' }, theirs),
          ),
        ).toEqual(managers);
      },
    );
  });
});

describe('layer context', () => {
  const context = (more: Partial<LayerContext> = {}): LayerContext => ({
    layerId: 'l',
    articleId: 'a',
    revisionId: 'r',
    kind: 'analyst',
    authorId: 'me',
    state: 'open',
    projectId: 'p',
    blind: 'open',
    isCalibration: false,
    hideSource: false,
    projectArchived: false,
    articleArchived: false,
    role: 'analyst',
    ownState: 'open',
    discussion: 'none',
    codebookVersion: 1,
    ...more,
  });

  function reasonOf(action: () => unknown): string | null {
    try {
      action();
      return null;
    } catch (thrown) {
      if (thrown instanceof Refusal) return thrown.reason;
      throw thrown;
    }
  }

  describe('seen', () => {
    test.each([
      ['one’s own', context(), null],
      ['nothing', null, 'absent'],
      ['as a stranger', context({ role: null }), 'absent'],
      ['another’s where all is open', context({ authorId: 'them' }), null],
      ['another’s where one is blind', context({ authorId: 'them', blind: 'closed' }), 'absent'],
      ['in an archived project', context({ projectArchived: true }), 'absent'],
      ['in an archived article', context({ articleArchived: true }), 'absent'],
      [
        'in one that they can bring back',
        context({ articleArchived: true, role: 'manager' }),
        null,
      ],
      ['there as its owner', context({ projectArchived: true, role: 'owner' }), null],
    ])('%s: %s', (_, layer, reason) => {
      expect(reasonOf(() => seen(layer, 'me'))).toBe(reason);
    });

    test('names what was asked for', () => {
      expect(() => seen(null, 'me', 'annotation')).toThrow('no such annotation');
    });
  });

  describe('requireWriter', () => {
    const consensus = { kind: 'consensus', authorId: null } as const;
    test.each([
      ['its author', {}, null],
      ['its author, now a viewer', { role: 'viewer' }, 'forbidden'],
      ['somebody else', { authorId: 'them', role: 'owner' }, 'forbidden'],
      ['an analyst of the consensus', consensus, 'forbidden'],
      ['a manager of the consensus', { ...consensus, role: 'manager' }, null],
      [
        'anybody of suggestions',
        { kind: 'suggestion', authorId: null, role: 'owner' },
        'forbidden',
      ],
      ['its author in an archived article', { articleArchived: true }, 'conflict'],
      ['its author in an archived project', { projectArchived: true, role: 'owner' }, 'conflict'],
    ] as [string, Partial<LayerContext>, string | null][])('%s: %s', (_, more, reason) => {
      expect(reasonOf(() => requireWriter(context(more), 'me'))).toBe(reason);
    });
  });

  test('a submitted layer takes no changes', () => {
    expect(reasonOf(() => requireOpen(context()))).toBeNull();
    expect(reasonOf(() => requireOpen(context({ state: 'submitted' })))).toBe('conflict');
  });

  test('the consensus is nobody’s own', () => {
    expect(isOwn(context(), 'me')).toBe(true);
    expect(isOwn(context(), 'them')).toBe(false);
    expect(isOwn(context({ kind: 'consensus' }), 'me')).toBe(false);
  });
});
