import { describe, expect, test } from '@jest/globals';
import { pageMessage } from '@/lib/annotation/live-message';

const here = {
  kind: 'here',
  revisionId: '01999999-0000-7000-8000-000000000001',
  at: 12,
  selection: [{ start: 3, end: 9 }],
};

describe('what a page sends', () => {
  test('where one is', () => {
    expect(pageMessage.parse(here)).toEqual(here);
    expect(pageMessage.safeParse({ ...here, at: null, selection: [] }).success).toBe(true);
  });

  test.each([
    ['another kind', { ...here, kind: 'there' }],
    ['a name of its own', { ...here, name: 'Somebody else' }],
    ['a place before the text', { ...here, at: -1 }],
    ['half a place', { ...here, at: 1.5 }],
    ['no revision', { ...here, revisionId: 'one' }],
    ['too many selections', { ...here, selection: Array(21).fill({ start: 0, end: 1 }) }],
  ])('refuses %s', (_, sent) => {
    expect(pageMessage.safeParse(sent).success).toBe(false);
  });
});
