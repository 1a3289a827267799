import { expect, test } from '@jest/globals';
import { roles } from '@/lib/access/role';
import { canReachProject } from '@/lib/project/project-access';

test('a project is there for its members, an archived one for its owners, and for strangers none', () => {
  for (const role of roles) {
    expect(canReachProject({ role, projectArchived: false })).toBe(true);
    expect(canReachProject({ role, projectArchived: true })).toBe(role === 'owner');
  }
  for (const projectArchived of [false, true])
    expect(canReachProject({ role: null, projectArchived })).toBe(false);
});
