import { expect, test } from '@jest/globals';
import { isRole, roles } from '@/lib/access/role';

test.each([
  ['owner', true],
  ['viewer', true],
  ['Owner', false],
  ['admin', false],
  ['', false],
  ['constructor', false],
])('whether %j is a role: %s', (word, is) => {
  expect(isRole(word)).toBe(is);
});

test('the roles stand from the most to the least that one may', () => {
  expect(roles).toEqual(['owner', 'manager', 'analyst', 'viewer']);
});
