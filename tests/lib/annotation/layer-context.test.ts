import { describe, expect, test } from '@jest/globals';
import type { LayerContext } from '@/lib/annotation/layer-context';
import { isOwn, requireOpen, requireWriter, seen } from '@/lib/annotation/layer-context';
import { Refusal } from '@/lib/refusal';

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
    ['in one that they can bring back', context({ articleArchived: true, role: 'manager' }), null],
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
    ['anybody of suggestions', { kind: 'suggestion', authorId: null, role: 'owner' }, 'forbidden'],
    ['its author in an archived article', { articleArchived: true }, 'conflict'],
    ['its author in an archived project', { projectArchived: true, role: 'owner' }, 'conflict'],
  ] as [string, Partial<LayerContext>, string | null][])('%s: %s', (_, more, reason) => {
    expect(reasonOf(() => requireWriter(context(more), 'me'))).toBe(reason);
  });
});

test('a submitted layer takes no deeds', () => {
  expect(reasonOf(() => requireOpen(context()))).toBeNull();
  expect(reasonOf(() => requireOpen(context({ state: 'submitted' })))).toBe('conflict');
});

test('the consensus is nobody’s own', () => {
  expect(isOwn(context(), 'me')).toBe(true);
  expect(isOwn(context(), 'them')).toBe(false);
  expect(isOwn(context({ kind: 'consensus' }), 'me')).toBe(false);
});
