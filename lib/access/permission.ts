/** The roles of a project, from the most to the fewest permissions. */
export const roles = ['owner', 'manager', 'analyst', 'viewer'] as const;

/** A person's role in a project. */
export type Role = (typeof roles)[number];

/** Whether a stored or received string is a role. */
export function isRole(word: string): word is Role {
  return (roles as readonly string[]).includes(word);
}

const everyone: readonly Role[] = ['owner', 'manager', 'analyst', 'viewer'];
const annotators: readonly Role[] = ['owner', 'manager', 'analyst'];
const managers: readonly Role[] = ['owner', 'manager'];
const owners: readonly Role[] = ['owner'];

/** The only table of permissions in a project, by role. What is not listed is not permitted. */
const table = {
  'read project': everyone,
  'change project': owners,
  'archive project': owners,
  'see members': everyone,
  'change roles': owners,
  'remove members': owners,
  'reset passwords': managers,
  'reset any password': owners,
  'disable accounts': owners,
  'invite analysts and viewers': managers,
  'invite anyone': owners,
  'see invitations': managers,
  'read articles': everyone,
  'add articles': managers,
  'change articles': managers,
  'archive articles': managers,
  'see hidden source': managers,
  'read codebook': everyone,
  'change codebook': managers,
  'publish codebook': managers,
  'write own layer': annotators,
  comment: annotators,
  'write consensus': managers,
  'change adjudication settings': managers,
  'hold rounds': managers,
  'mark calibration': managers,
  'read decisions': everyone,
  'see analyst performance': managers,
  'see every layer': managers,
  'see names': everyone,
  'export own and visible': everyone,
  'read security log': owners,
} satisfies Record<string, readonly Role[]>;

/** An action that the table lists. */
export type Permission = keyof typeof table;

/** Every action of the table, in its order. */
export const permissions = Object.keys(table) as Permission[];

/** Whether `role` has `permission`; false for null, a person without a role. */
export function may(role: Role | null, permission: Permission): boolean {
  return role !== null && table[permission].includes(role);
}

/** Whether `role` may invite a person with the role `invited`; managers invite analysts and viewers only. */
export function mayInvite(role: Role | null, invited: Role): boolean {
  if (invited === 'owner' || invited === 'manager') return may(role, 'invite anyone');
  return may(role, 'invite analysts and viewers');
}

/**
 * Whether `role` may create a password reset link for a member whose role is `member`; managers do so
 * for analysts and viewers only.
 */
export function mayResetPassword(role: Role | null, member: Role): boolean {
  if (member === 'owner' || member === 'manager') return may(role, 'reset any password');
  return may(role, 'reset passwords');
}
