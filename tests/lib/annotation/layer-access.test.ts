import { describe, expect, test } from '@jest/globals';
import { roles } from '@/lib/access/role';
import type { LayerAccess } from '@/lib/annotation/layer-access';
import { canReachLayer } from '@/lib/annotation/layer-access';
import { canReachArticle } from '@/lib/article/article-access';
import { canReachProject } from '@/lib/project/project-access';

const everybody = [...roles, null];

const reached = (can: (role: LayerAccess['role']) => boolean) => everybody.filter(can);

describe('each step of the access path stands on the one before', () => {
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
        reached((role) => canReachLayer({ role, ...archived, ...access, blind: 'closed' }, theirs)),
      ).toEqual(managers);
    },
  );
});
