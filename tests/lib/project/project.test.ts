import { describe, expect, test } from '@jest/globals';
import { blindPolicyOf, projectChanges, projectInput } from '@/lib/project/project';

test.each([
  ['open', 'open'],
  ['after-submit', 'after-submit'],
  ['closed', 'closed'],
  ['Open', 'closed'],
  ['', 'closed'],
])('the stored word %j is the policy %s', (word, policy) => {
  expect(blindPolicyOf(word)).toBe(policy);
});

test('a project needs a name; the defaults are cautious', () => {
  expect(projectInput.parse({ name: ' Quay ' })).toEqual({
    name: 'Quay',
    description: '',
    blind: 'after-submit',
    hideSource: false,
  });
});

describe('refused', () => {
  test.each([
    {},
    { name: '' },
    { name: 'x'.repeat(201) },
    { name: 'a\u0000b' },
    { name: 'a\u202eb' },
    { name: '\ud800' },
    { name: 'x', blind: 'sometimes' },
    { name: 'x', hideSource: 'yes' },
    { name: 'x', id: 'x' },
    { name: 'x', role: 'owner' },
    { name: { contains: 'x' } },
  ])('%j', (sent) => {
    expect(projectInput.safeParse(sent).success).toBe(false);
  });
});

test('changes name what changes and nothing else', () => {
  expect(projectChanges.parse({ hideSource: true })).toEqual({ hideSource: true });
  expect(projectChanges.parse({})).toEqual({});
  expect(projectChanges.safeParse({ archivedAt: null }).success).toBe(false);
  expect(projectChanges.safeParse({ name: '' }).success).toBe(false);
});
