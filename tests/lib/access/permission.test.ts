import { describe, expect, test } from '@jest/globals';
import type { Permission } from '@/lib/access/permission';
import {
  isRole,
  may,
  mayInvite,
  mayResetPassword,
  permissions,
  roles,
} from '@/lib/access/permission';

describe('role', () => {
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
});

describe('permission', () => {
  const least: Record<Permission, (typeof roles)[number]> = {
    'read project': 'viewer',
    'change project': 'owner',
    'archive project': 'owner',
    'see members': 'viewer',
    'change roles': 'owner',
    'remove members': 'owner',
    'reset passwords': 'manager',
    'reset any password': 'owner',
    'disable accounts': 'owner',
    'invite analysts and viewers': 'manager',
    'invite anyone': 'owner',
    'see invitations': 'manager',
    'read articles': 'viewer',
    'add articles': 'manager',
    'change articles': 'manager',
    'archive articles': 'manager',
    'see hidden source': 'manager',
    'read codebook': 'viewer',
    'change codebook': 'manager',
    'publish codebook': 'manager',
    'write own layer': 'analyst',
    comment: 'analyst',
    'write consensus': 'manager',
    'change adjudication settings': 'manager',
    'hold rounds': 'manager',
    'mark calibration': 'manager',
    'read decisions': 'viewer',
    'see analyst performance': 'manager',
    'see every layer': 'manager',
    'see names': 'viewer',
    'export own and visible': 'viewer',
    'read security log': 'owner',
  };

  describe.each(permissions)('%s', (permission) => {
    test.each(roles)('as %s', (role) => {
      const from = roles.indexOf(least[permission]);
      expect(may(role, permission)).toBe(roles.indexOf(role) <= from);
    });

    test('a stranger may not', () => {
      expect(may(null, permission)).toBe(false);
    });
  });

  test('the table has exactly these actions', () => {
    expect([...permissions].sort()).toEqual(Object.keys(least).sort());
  });

  test.each([
    ['owner', ['owner', 'manager', 'analyst', 'viewer']],
    ['manager', ['analyst', 'viewer']],
    ['analyst', []],
    ['viewer', []],
    [null, []],
  ] as const)('%s may invite %j, and reset the passwords of those', (role, invited) => {
    expect(roles.filter((other) => mayInvite(role, other))).toEqual(invited);
    expect(roles.filter((other) => mayResetPassword(role, other))).toEqual(invited);
  });
});
