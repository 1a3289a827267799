import { expect, test } from '@jest/globals';
import type { ArticleContext } from '@/lib/annotation/article-context';
import { opened, requireLive } from '@/lib/annotation/article-context';
import type { Permission } from '@/lib/access/permission';
import { Refusal } from '@/lib/refusal';

const context = (more: Partial<ArticleContext> = {}): ArticleContext => ({
  articleId: 'a',
  revisionId: 'r',
  projectId: 'p',
  projectName: 'P',
  blind: 'closed',
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

function reasonOf(action: () => unknown): string | null {
  try {
    action();
    return null;
  } catch (thrown) {
    if (thrown instanceof Refusal) return thrown.reason;
    throw thrown;
  }
}

test.each([
  ['a member', context(), 'read articles', null],
  ['nobody', null, 'read articles', 'absent'],
  ['a stranger', context({ role: null }), 'read articles', 'absent'],
  [
    'an analyst where the project is archived',
    context({ projectArchived: true }),
    'read articles',
    'absent',
  ],
  [
    'an analyst where the article is archived',
    context({ articleArchived: true }),
    'read articles',
    'absent',
  ],
  ['a manager there', context({ articleArchived: true, role: 'manager' }), 'read articles', null],
  ['a viewer who would annotate', context({ role: 'viewer' }), 'write own layer', 'forbidden'],
] as [string, ArticleContext | null, Permission, string | null][])(
  'opened for %s: case %#',
  (_, found, permission, reason) => {
    expect(reasonOf(() => opened(found, permission))).toBe(reason);
  },
);

test('reads the viewer’s own progress', () => {
  expect(opened(context(), 'read articles').ownState).toBe('none');
  expect(opened(context(), 'read articles').discussion).toBe('none');
  const row = { id: 'l', revisionId: 'r', state: 'submitted', eventCount: 2 } as const;
  const own = { ...row, discussion: 'open' } as const;
  const expected = { ownState: 'submitted', discussion: 'open' };
  expect(opened(context({ own }), 'read articles')).toMatchObject(expected);
});

test('what is archived takes no changes', () => {
  expect(reasonOf(() => requireLive(context()))).toBeNull();
  expect(reasonOf(() => requireLive(context({ articleArchived: true })))).toBe('conflict');
  expect(reasonOf(() => requireLive(context({ projectArchived: true })))).toBe('conflict');
});
